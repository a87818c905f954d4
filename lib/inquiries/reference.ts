/** Digits and capitals that nobody mistakes for another when reading aloud: no 0 O, no 1 I. */
export const REFERENCE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 6;
const PATTERN = new RegExp(`^BHR-[${REFERENCE_ALPHABET}]{${LENGTH}}$`);

/** A random reference such as BHR-7K3M9Q: about a thousand million of them, so a taken one is rare and retried. */
export function newReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  // 256 is a multiple of 32: every character is equally likely.
  return `BHR-${Array.from(bytes, (byte) => REFERENCE_ALPHABET[byte % REFERENCE_ALPHABET.length]).join("")}`;
}

/** A reference as a person may type it, in the form we store; null when it cannot be one. */
export function parseReference(typed: string): string | null {
  const reference = typed.trim().toUpperCase();
  return PATTERN.test(reference) ? reference : null;
}
