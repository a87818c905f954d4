/** Digits and capitals that nobody confuses: no 0 and O, no 1 and I. */
export const REFERENCE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 6;
const CODE = new RegExp(`^[${REFERENCE_ALPHABET}]{${LENGTH}}$`);

/** A random reference such as BHR-7K3M9Q. There are about a billion; when one is taken, the caller tries again. */
export function newReference(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  // 256 is a multiple of 32: every character is equally likely.
  return `${prefix}-${Array.from(bytes, (byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length]).join("")}`;
}

/** A reference as a person may type it, in the form we store; null when it cannot be one. */
export function parseReference(prefix: string, typed: string): string | null {
  const reference = typed.trim().toUpperCase();
  return reference.startsWith(`${prefix}-`) && CODE.test(reference.slice(prefix.length + 1)) ? reference : null;
}
