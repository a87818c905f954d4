import "server-only";
import { randomBytes } from "node:crypto";
import { readSigned, sign } from "./crypto";

/** The identity of one rendered form, which it carries in a signed hidden field. */
export interface FormKey {
  random: string;
  /** Milliseconds since 1970. */
  shownAt: number;
  /** What else belongs to the form as it was shown, such as the version of a sentence in it. */
  note: string;
  /** A keyed hash, base64url: the same for as long as this form can be sent, also when the keys are rotated meanwhile. */
  hash: (label: string, value: string) => string;
}

/** A new identity for a form named `form`; an identity of another form is not accepted for it. */
export function newFormKey(form: string, note = "", now = Date.now()): string {
  return sign(form, JSON.stringify([randomBytes(16).toString("base64url"), now, note]));
}

/** Null when the form was not one of ours. */
export function readFormKey(form: string, token: string): FormKey | null {
  const signed = readSigned(form, token);
  if (signed === null) return null;
  const [random, shownAt, note] = JSON.parse(signed.value) as [string, number, string];
  return { random, shownAt, note, hash: signed.hash };
}
