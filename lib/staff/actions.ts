"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { forgetForms } from "@/lib/kept-forms/mutations";
import { findKeptPath } from "@/lib/kept-forms/queries";
import { describeError, logger } from "@/lib/server/logger";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { auth } from "./auth";
import { passCookies, staffHeaders } from "./cookies";
import { actOf, keptAtOf, passwordFor } from "./staff-form-key";
import {
  addStaffMember,
  announcePasswordChange,
  bringStaffMemberBack,
  changeRole,
  markTriesRead,
  recordPasswordChange,
  removeStaffMember,
  resetPassword,
} from "./mutations";
import { isDone } from "./queries";
import { isGuessable } from "./password-strength";
import {
  addMemberSchema,
  changePasswordSchema,
  changeRoleSchema,
  memberSchema,
  signInSchema,
  triesReadSchema,
} from "./schema";
import { orRefused, requireRecentSignIn, requireStaff } from "./session";
import { tryPassword, type SignInRefusal } from "./sign-in";
import { mayTryOwn } from "./sign-in-limit";
import type { AdminError, StaffRole, StaffSession } from "./types";

/** The page that lists the members; each change makes it again. */
const PEOPLE = "/admin/people";

export type SignInResult = ActionResult<null, "email" | "password" | "next", SignInRefusal>;
export type ChangePasswordResult = ActionResult<null, "currentPassword" | "newPassword", SignInRefusal>;
export type AddMemberResult = ActionResult<NewPassword, "name" | "email" | "role", "email_taken">;
export type MemberResult = ActionResult<NewPassword | null, "staffId" | "role", "last_admin" | "gone">;

/** Shown once to the administrator who asked for it. */
export interface NewPassword {
  email: string;
  password: string;
}

/** Open to anyone. */
export async function signInAction(_previous: SignInResult | null, form: FormData): Promise<SignInResult> {
  const parsed = parseForm(signInSchema, textsOf(form), ["password"]);
  if (!parsed.ok) return parsed.result;
  const { email, password, next } = parsed.data;
  const staff = await tryPassword(email, password);
  if (typeof staff === "string") return { status: "failed", code: staff, values: { email, next } };
  redirect(await findKeptPath(staff.staffId, next));
}

/** Open to anyone: a visitor who is not signed in just gets the sign-in page. */
export async function signOutAction(): Promise<void> {
  await endSession(await staffHeaders());
  redirect("/admin/sign-in");
}

export async function signOutEverywhereAction(): Promise<void> {
  await requireStaff();
  const request = await staffHeaders();
  await auth().api.revokeSessions({ headers: request });
  await endSession(request);
  redirect("/admin/sign-in");
}

/** Changes one's own password; every other browser is signed out. */
export async function changePasswordAction(
  _previous: ChangePasswordResult | null,
  form: FormData,
): Promise<ChangePasswordResult> {
  const staff = await requireStaff(undefined, form);
  const parsed = parseForm(changePasswordSchema, textsOf(form), ["currentPassword", "newPassword"]);
  if (!parsed.ok) return parsed.result;
  const act = actOf(form);
  // The button was pressed twice: the current password of the second press is no longer right.
  if (await isDone(act)) return { status: "ok", data: null };
  if (await isGuessable(parsed.data.newPassword, staff))
    return { status: "invalid", fieldErrors: { newPassword: "passwordGuessable" satisfies AdminError }, values: {} };
  const refusal = await refuseOwnTry(staff);
  if (refusal) return { status: "failed", code: refusal };
  const body = { ...parsed.data, revokeOtherSessions: true };
  const request = await staffHeaders();
  const current = { password: parsed.data.currentPassword };
  const isRight = await orRefused(() => auth().api.verifyPassword({ body: current, headers: request }));
  if (!isRight) return { status: "failed", code: "refused" };
  await announcePasswordChange(staff);
  const changed = await orRefused(() => auth().api.changePassword({ body, headers: request, returnHeaders: true }));
  if (!changed) return { status: "failed", code: "refused" };
  await passCookies(changed.headers);
  await recordPasswordChange(staff, act);
  return { status: "ok", data: null };
}

/** The current password is a guess too, of whoever sits at the computer. */
async function refuseOwnTry({ staffId }: StaffSession): Promise<"too_many" | "unavailable" | null> {
  try {
    return (await mayTryOwn(staffId)).status === "limited" ? "too_many" : null;
  } catch (error) {
    logger.error("staff.sign_in_unavailable", describeError(error));
    return "unavailable";
  }
}

/** The member has read of the failed tries at their account until then. */
export async function readTriesAction(form: FormData): Promise<void> {
  const staff = await requireStaff(undefined, form);
  const until = triesReadSchema.safeParse(textsOf(form));
  if (until.success) await markTriesRead(staff, until.data.until);
  redirect("/admin");
}

export async function addMemberAction(_previous: AddMemberResult | null, form: FormData): Promise<AddMemberResult> {
  const staff = await requireStaff("admin", form);
  const parsed = parseForm(addMemberSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const added = await addStaffMember(staff, parsed.data, secretOf(form));
  if (!added) return { status: "failed", code: "email_taken", values: parsed.data };
  revalidatePath(PEOPLE);
  return { status: "ok", data: { email: parsed.data.email, password: added.password } };
}

export async function changeRoleAction(_previous: MemberResult | null, form: FormData): Promise<MemberResult> {
  const staff = await requireStaff("admin", form);
  const parsed = parseForm(changeRoleSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  return answered(await changeRole(staff, parsed.data.staffId, parsed.data.role satisfies StaffRole));
}

export async function removeMemberAction(_previous: MemberResult | null, form: FormData): Promise<MemberResult> {
  const staff = await requireStaff("admin", form);
  const parsed = parseForm(memberSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  return answered(await removeStaffMember(staff, parsed.data.staffId));
}

/** The member is on the staff again, as before their removal. */
export async function bringMemberBackAction(form: FormData): Promise<void> {
  const staff = await requireStaff("admin", form);
  const parsed = memberSchema.safeParse(textsOf(form));
  const outcome = parsed.success ? await bringStaffMemberBack(staff, parsed.data.staffId) : "gone";
  revalidatePath(PEOPLE);
  redirect(`${PEOPLE}?done=${outcome === "ok" ? "brought_back" : "gone"}`);
}

/** A new generated password for a member who lost theirs; they are signed out everywhere. */
export async function resetPasswordAction(_previous: MemberResult | null, form: FormData): Promise<MemberResult> {
  const staff = await requireStaff("admin", form);
  await requireRecentSignIn(staff, form);
  const parsed = parseForm(memberSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const reset = await resetPassword(staff, parsed.data.staffId, secretOf(form));
  revalidatePath(PEOPLE);
  return reset ? { status: "ok", data: reset } : { status: "failed", code: "gone" };
}

/** Keeps the words of a form for later, for who works without scripts; the gate has done it. */
export async function keepWordsAction(form: FormData): Promise<void> {
  await requireStaff(undefined, form);
  redirect(`${keptAtOf(form) ?? "/admin"}?done=kept`);
}

/** Deletes the words that wait on a page for the signed-in member. */
export async function forgetFormsAction(form: FormData): Promise<void> {
  const staff = await requireStaff();
  const next = signInSchema.shape.next.parse(form.get("next"));
  await forgetForms(staff, next);
  redirect(next);
}

/** Ends it in the database and in the browser; without a session it does nothing. */
async function endSession(request: Headers): Promise<void> {
  const ended = await orRefused(() => auth().api.signOut({ headers: request, returnHeaders: true }));
  if (ended) await passCookies(ended.headers);
}

function secretOf(form: FormData) {
  return { act: actOf(form), password: passwordFor(form) };
}

function answered(outcome: "ok" | "last_admin" | "gone"): MemberResult {
  revalidatePath(PEOPLE);
  return outcome === "ok" ? { status: "ok", data: null } : { status: "failed", code: outcome };
}
