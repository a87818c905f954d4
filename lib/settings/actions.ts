"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { siteUrl } from "@/lib/server/env";
import { reachesFrom, teamEmail } from "@/lib/shared/team-email";
import { z } from "@/lib/shared/zod";
import { parseForm, rowsOf, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { pastDay } from "@/lib/staff/field-rules";
import { requireStaff } from "@/lib/staff/session";
import type { AdminError } from "@/lib/staff/types";
import { saveSetting } from "./mutations";
import { settingSchemas } from "./schema";

export type SettingResult = ActionResult<null, string>;

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
  await saveSetting(staff, "crisisNumbers", parsed.data.crisisNumbers, parsed.data.checkedOn);
  return published();
}

export async function saveTeamContactAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const parsed = parseForm(contactForm, textsOf(form));
  if (!parsed.ok) return inPlainWords(parsed.result);
  const { checkedOn: day, ...contact } = parsed.data;
  await saveSetting(staff, "teamContact", contact, day);
  return published();
}

export async function saveFooterCreditsAction(_previous: SettingResult | null, form: FormData): Promise<SettingResult> {
  const staff = await requireStaff("admin", form);
  const parsed = parseForm(creditsForm, textsOf(form));
  if (!parsed.ok) return inPlainWords(parsed.result);
  const { checkedOn: day, ...credits } = parsed.data;
  await saveSetting(staff, "footerCredits", credits, day);
  return published();
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
