import "server-only";
import { randomBytes } from "node:crypto";
import { readSigned, sign } from "@/lib/server/crypto";

/** The identity of one rendered form, which it carries in a signed hidden field. */
export interface FormKey {
  random: string;
  /** Milliseconds since 1970. */
  shownAt: number;
  /** The permission sentence that stood beside the box. */
  consentVersion: string;
}

const PURPOSE = "inquiry form";

export function newFormKey(consentVersion: string, now = Date.now()): string {
  return sign(PURPOSE, JSON.stringify([randomBytes(16).toString("base64url"), now, consentVersion]));
}

/** Null when the form was not one of ours. */
export function readFormKey(token: string): FormKey | null {
  const value = readSigned(PURPOSE, token);
  if (value === null) return null;
  const [random, shownAt, consentVersion] = JSON.parse(value) as [string, number, string];
  return { random, shownAt, consentVersion };
}
