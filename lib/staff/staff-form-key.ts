import "server-only";
import { newFormKey, readFormKey } from "@/lib/server/form-key";
import { textsOf } from "@/lib/shared/form-data";
import { generatePassword, passwordOf } from "./password";
import type { StaffSession } from "./types";

const FORM = "staff form";

/** Nobody comes back to a tab that is older. */
const KNOWN_MS = 7 * 24 * 60 * 60 * 1000;

/** The hidden fields of every staff form. The `$` keeps them out of the data of a form (lib/shared/form-data). */
export const KEY_FIELD = "$key";
export const NAME_FIELD = "$form";
/** The path of the form's page, in a form whose words are kept as they are typed. */
export const KEPT_AT_FIELD = "$keptAt";
/** In such a form: its fields say again what is saved. */
export const UNTOUCHED_FIELD = "$untouched";

/** The identity of the forms of one page, as it was shown to one member. */
export function newStaffKey({ staffId }: Pick<StaffSession, "staffId">, now = Date.now()): string {
  return newFormKey(FORM, staffId, now);
}

/** A form as it was opened: by whom, which one of its page, and when (milliseconds since 1970). */
export interface OpenedForm {
  staffId: string;
  name: string;
  shownAt: number;
}

/** Null when the form is not ours, or too old. */
export function openedBy(form: FormData, now = Date.now()): OpenedForm | null {
  const key = keyOf(form);
  const name = form.get(NAME_FIELD);
  if (!key || now - key.shownAt > KNOWN_MS || typeof name !== "string") return null;
  return { staffId: key.note, name: name.slice(0, 200), shownAt: key.shownAt };
}

/** The path that a form with kept words says it is on; null for other forms, and for paths outside of the desk. */
export function keptAtOf(form: FormData): string | null {
  const path = form.get(KEPT_AT_FIELD);
  return typeof path === "string" && path.length <= 500 && /^\/admin(\/(?!\.)[\w.~%-]+)*$/.test(path) ? path : null;
}

/**
 * The identity of one press: the same form with the same words, sent twice, is one act. Null for a form without a key
 * of ours.
 */
export function actOf(form: FormData): string | null {
  const key = keyOf(form);
  if (!key) return null;
  const words = Object.entries(textsOf(form)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return key.hash("staff act", JSON.stringify([key.random, form.get(NAME_FIELD), words]));
}

/**
 * A new password, generated from the form: the same one when the button is pressed twice. No record is needed for it.
 */
export function passwordFor(form: FormData): string {
  const key = keyOf(form);
  if (!key) return generatePassword();
  const { random, shownAt, note, hash } = key;
  return passwordOf(hash("staff password", JSON.stringify([{ random, shownAt, note }, actOf(form)])));
}

function keyOf(form: FormData) {
  const token = form.get(KEY_FIELD);
  return typeof token === "string" ? readFormKey(FORM, token) : null;
}
