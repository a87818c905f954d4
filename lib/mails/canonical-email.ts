import { domainToASCII } from "node:url";

/** Domains of one provider, under each of which a mailbox has the same name. */
const SAME_PROVIDER: Record<string, string> = {
  "googlemail.com": "gmail.com",
  "protonmail.com": "proton.me",
  "protonmail.ch": "proton.me",
  "pm.me": "proton.me",
};

/** What a provider ignores in the name of a mailbox: everybody's `a.b` there is `ab` too. */
const IGNORED: Record<string, RegExp> = { "gmail.com": /\./g, "proton.me": /[._-]/g };

/**
 * One text for all the ways to write one mailbox: small letters, the domain as DNS has it, without the tag behind a
 * plus, and without what the provider ignores. Only to count by: who is written to, and what is stored, stays as it was
 * typed.
 */
export function canonicalEmail(email: string): string {
  const text = email.trim().normalize("NFKC").toLowerCase();
  const at = text.lastIndexOf("@");
  const typedDomain = text.slice(at + 1).replace(/\.+$/, "");
  const ascii = domainToASCII(typedDomain) || typedDomain;
  const domain = SAME_PROVIDER[ascii] ?? ascii;
  const name = text.slice(0, Math.max(0, at)).replace(/^"(.*)"$/, "$1");
  const untagged = name.replace(/(?<=.)\+.*$/, "");
  const ignored = IGNORED[domain];
  return `${(ignored && untagged.replace(ignored, "")) || untagged}@${domain}`;
}
