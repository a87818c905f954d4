import "server-only";
import { keyedHash } from "@/lib/server/crypto";
import { newFormKey, readFormKey } from "@/lib/server/form-key";
import { textsOf } from "@/lib/shared/form-data";
import { generatePassword, passwordOf } from "./password";
import type { StaffSession } from "./types";

const FORM = "staff form";

/** Longer than a tab is left open and still meant. */
const KNOWN_MS = 7 * 24 * 60 * 60 * 1000;

/** The hidden fields of every staff form. Their sign keeps them out of what a form says (lib/shared/form-data). */
export const KEY_FIELD = "$key";
export const NAME_FIELD = "$form";

/** The identity of the forms of one page, as it was shown to one member. */
export function newStaffKey({ staffId }: Pick<StaffSession, "staffId">, now = Date.now()): string {
  return newFormKey(FORM, staffId, now);
}

/** Whom a form was shown to, and which form of the page it is; null when we did not make it, or long ago. */
export function openedBy(form: FormData, now = Date.now()): { staffId: string; name: string } | null {
  const key = keyOf(form);
  const name = form.get(NAME_FIELD);
  if (!key || now - key.shownAt > KNOWN_MS || typeof name !== "string") return null;
  return { staffId: key.note, name: name.slice(0, 200) };
}

/**
 * The identity of one press: the same form with the same words, pressed twice, is one act. Null for a form without a
 * key of ours, of which nothing can be said.
 */
export function actOf(form: FormData): string | null {
  const key = keyOf(form);
  if (!key) return null;
  const words = Object.entries(textsOf(form)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return keyedHash("staff act", JSON.stringify([key.random, form.get(NAME_FIELD), words]));
}

/** A password for what the form asks for: pressed twice, the same one. It can be made of the form alone, and of no record. */
export function passwordFor(form: FormData): string {
  const key = keyOf(form);
  return key ? passwordOf(keyedHash("staff password", JSON.stringify([key, actOf(form)]))) : generatePassword();
}

function keyOf(form: FormData) {
  const token = form.get(KEY_FIELD);
  return typeof token === "string" ? readFormKey(FORM, token) : null;
}
