import { HONEYPOT } from "@/lib/shared/spam";

/** The field no person sees or reaches; `label` is for whoever sees it all the same. */
export function Honeypot({ label }: { label: string }) {
  return (
    <div className="hidden" aria-hidden="true">
      <label htmlFor={HONEYPOT}>{label}</label>
      <input id={HONEYPOT} name={HONEYPOT} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
