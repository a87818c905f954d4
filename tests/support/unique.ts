import { randomBytes } from "node:crypto";

/** Letters and digits that no other test has, also in a second try or beside this one. */
export function unique(): string {
  return randomBytes(6).toString("hex");
}

/** A phone number that nobody has (its 555 is for invented ones), another for each test: 213-555-0123. */
export function uniquePhone(): string {
  return `213-555-${String(randomBytes(4).readUInt32BE() % 10_000).padStart(4, "0")}`;
}

/** An IP of the range that no machine has (198.18.0.0/15 is for tests of networks). */
export function uniqueIp(): string {
  const [second = 0, third = 0, fourth = 0] = randomBytes(3);
  return `198.${18 + (second % 2)}.${third}.${fourth}`;
}
