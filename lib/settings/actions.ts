"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { siteUrl } from "@/lib/server/env";
import { reachesFrom, teamEmail } from "@/lib/shared/team-email";
import { z } from "@/lib/shared/zod";
import { parseForm, rowsOf, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { pastDay } from "@/lib/staff/field-rules";
import { requireStaff, settle } from "@/lib/staff/session";
import type { AdminError, StaffSession } from "@/lib/staff/types";
import { FOOTER_ROLES, ownershipForm, profilesForm } from "./disclosures";
import { markOf } from "./mark";
import { saveSetting } from "./mutations";
import { getSettings } from "./queries";
import { settingSchemas, type SettingInput, type SettingKey } from "./schema";
import { textsOfSetting, type SettingTexts } from "./texts";

/** What is saved now, its mark, and what was typed: the page shows both, and the editor decides. */
export interface SettingConflict {
  seen: string;
  saved: SettingTexts;
  typed: SettingTexts;
}

export type SettingResult = ActionResult<null, string, never, SettingConflict>;

const say = (error: AdminError) => error;

const checkedOn = pastDay;
/** An empty field means that there is no value. */
const emptyAs = <Empty>(empty: Empty) => z.string().transform((text) => text.trim() || empty);

const crisisForm = z.object({
  crisisNumbers: z
    .array(z.object({ key: z.string(), number: z.string(), tty: emptyAs(undefined).optional() }))
    .pipe(settingSchemas.crisisNumbers),
  checkedOn,
});
const contactForm = z.object({
  email: emptyAs(null).pipe(
    teamEmail(say("emailFormat"))
      .refine((email) => reachesFrom(email, siteUrl()), say("emailFormat"))
      .nullable(),
  ),
  phone: emptyAs(null).pipe(settingSchemas.teamContact.shape.phone),
  // A form that was opened before there was the choice lacks it.
  answersWithin: z
    .string()
    .default("")
    .pipe(emptyAs(null))
    .pipe(settingSchemas.teamContact.shape.answersWithin.unwrap()),
  checkedOn,
});
const creditsForm = settingSchemas.footerCredits.extend({ checkedOn });

export async function saveCrisisNumbersAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const texts = textsOf(form);
  const parsed = parseForm(crisisForm, { ...texts, crisisNumbers: rowsOf(texts, "crisisNumbers") });
  if (!parsed.ok) return inPlainWords(parsed.result);
  return save(staff, form, "crisisNumbers", parsed.data.crisisNumbers, parsed.data.checkedOn);
}

export async function saveTeamContactAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const texts = textsOf(form);
  const parsed = parseForm(contactForm, texts);
  if (!parsed.ok) return inPlainWords(parsed.result);
  const { checkedOn: day, ...contact } = parsed.data;
  return save(staff, form, "teamContact", contact, day);
}

export async function saveFooterCreditsAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const texts = textsOf(form);
  const parsed = parseForm(creditsForm, texts);
  if (!parsed.ok) return inPlainWords(parsed.result);
  const { checkedOn: day, ...credits } = parsed.data;
  return save(staff, form, "footerCredits", credits, day);
}

/** Saves what the people behind the content say of themselves. */
export async function saveProfilesAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const texts = textsOf(form);
  const ofRole = (role: string) => Object.entries(texts).filter(([name]) => name.startsWith(`${role}.`));
  const people = FOOTER_ROLES.map((role) => {
    return [role, Object.fromEntries(ofRole(role).map(([name, text]) => [name.slice(role.length + 1), text]))];
  });
  const parsed = parseForm(profilesForm.extend({ checkedOn }), { ...texts, ...Object.fromEntries(people) });
  if (!parsed.ok) return parsed.result;
  const { checkedOn: day, ...profiles } = parsed.data;
  return save(staff, form, "profiles", profiles, day);
}

/** Saves who owns the site, who pays for it and what it earns. */
export async function saveOwnershipAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const texts = textsOf(form);
  const parsed = parseForm(ownershipForm.and(z.object({ checkedOn })), texts);
  if (!parsed.ok) return parsed.result;
  const { checkedOn: day, ...ownership } = parsed.data;
  return save(staff, form, "ownership", ownership, day);
}

/** Writes what was typed over the state that the editor saw; in a conflict nothing is written. */
async function save<Key extends SettingKey>(
  staff: StaffSession,
  form: FormData,
  key: Key,
  value: SettingInput<Key>,
  day: string,
): Promise<SettingResult> {
  const typed = textsOf(form);
  const outcome = await saveSetting(staff, key, value, day, typed.seen);
  if (outcome === "saved") {
    await settle(staff, form);
    return published();
  }
  const settings = await getSettings();
  return { status: "conflict", current: { seen: markOf(settings[key]), saved: textsOfSetting(settings, key), typed } };
}

/** The setting is on every public page. */
function published(): never {
  revalidatePath("/", "layout");
  redirect("/admin/settings?done=saved");
}

/** The settings' own schemas have messages for developers; staff get the messages of the field. */
function inPlainWords(result: Extract<SettingResult, { status: "invalid" }>): SettingResult {
  const words = (field: string, error: string): AdminError => {
    if (field === "checkedOn") return error as AdminError;
    if (field === "email") return "emailFormat";
    if (field === "answersWithin") return "wrong";
    return field === "phone" ? "internationalPhone" : field.includes("Numbers") ? "crisisNumber" : "creditMissing";
  };
  const errors = Object.entries(result.fieldErrors).map(([field, error]) => [field, words(field, error ?? "")]);
  return { ...result, fieldErrors: Object.fromEntries(errors) as Record<string, string> };
}
