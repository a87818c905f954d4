import { randomInt } from "node:crypto";

/** No look-alikes: 0 and o, 1, l and i. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of five, about 99 bits, such as `k7mq3-w9xhd-r2npv-t8cye`. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
