import "server-only";
import { newFormKey as newKey, readFormKey as readKey } from "@/lib/server/form-key";

interface InquiryFormKey {
  random: string;
  /** Milliseconds since 1970. */
  shownAt: number;
  /** The consent sentence that stood beside the box. */
  consentVersion: string;
}

const FORM = "inquiry form";

/** The identity of one rendered inquiry form. */
export function newFormKey(consentVersion: string, now = Date.now()): string {
  return newKey(FORM, consentVersion, now);
}

/** Null when the form was not one of ours. */
export function readFormKey(token: string): InquiryFormKey | null {
  const key = readKey(FORM, token);
  return key && { random: key.random, shownAt: key.shownAt, consentVersion: key.note };
}
