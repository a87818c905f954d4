import { pagePolicy } from "./page-policy.mjs";

/** The policy of pages rendered per request: scripts run by nonce. */
export function policyWithNonce(nonce: string): string {
  const developed = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return pagePolicy({ scripts: `'nonce-${nonce}' 'strict-dynamic'${developed}`, styles: `'self' 'nonce-${nonce}'` });
}
