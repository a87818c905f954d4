import { createHash, randomInt } from "node:crypto";

/** Without characters that look alike: 0 and o, 1, l and i. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP = 5;

/** Four groups of five, about 99 bits, such as `k7mq3-w9xhd-r2npv-t8cye`. */
export function generatePassword(): string {
  return grouped(() => randomInt(LETTERS.length));
}

/**
 * The same password for the same secret, so that a button that is pressed twice shows one password, and nobody stores
 * it.
 * @param secret a text that nobody can guess
 */
export function passwordOf(secret: string): string {
  let rest = BigInt(`0x${createHash("sha256").update(secret).digest("hex")}`);
  const letters = BigInt(LETTERS.length);
  return grouped(() => {
    const at = Number(rest % letters);
    rest /= letters;
    return at;
  });
}

function grouped(next: () => number): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[next()]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
