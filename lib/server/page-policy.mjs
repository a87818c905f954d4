// The content security policy of everything that we send, in one place. Policies differ in the scripts they allow;
// everything else must come from our own site. It is plain JavaScript, because the framework loads the page cache
// before anything is compiled.

const OWN = ["img-src 'self' data:", "font-src 'self'"];
const FORMS = ["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];

/**
 * The policy of a page whose scripts run.
 * @param {{ scripts: string, styles?: string, workers?: string }} allowed sources of scripts, of styles, and of what
 * works behind the page (public/help-now-keeper.js)
 */
export function pagePolicy({ scripts, styles = "'self'", workers = "'none'" }) {
  const run = [`script-src ${scripts}`, `worker-src ${workers}`, `style-src ${styles}`];
  return ["default-src 'none'", ...run, ...OWN, "connect-src 'self'", "manifest-src 'self'", ...FORMS].join("; ");
}

/** Of what works behind a page: it asks our own site, and nobody else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** For answers without a policy: redirects, API answers, files, the framework's own answers. No script may run. */
export const STRICTEST_POLICY = ["default-src 'none'", "style-src 'self'", ...OWN, ...FORMS].join("; ");

/** Of every kept page, whatever stands in it: a hash made of what is found there would also let an injected script run. */
export const KEPT_PAGE_POLICY = pagePolicy({ scripts: "'self'", workers: "'self'" });
