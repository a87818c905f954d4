import { HONEYPOT } from "@/lib/shared/spam";

/** The field that no person sees or reaches; `label` is for a person who sees it nevertheless. */
export function Honeypot({ label }: { label: string }) {
  return (
    <div className="hidden" aria-hidden="true">
      <label htmlFor={HONEYPOT}>{label}</label>
      <input id={HONEYPOT} name={HONEYPOT} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
