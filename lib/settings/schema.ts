import { CRISIS_KEYS } from "@/lib/shared/crisis-lines";
import { teamEmail } from "@/lib/shared/team-email";
import { z } from "@/lib/shared/zod";
import { ANSWERS_WITHIN } from "./answers-within";
import { ownershipSchema, profilesSchema } from "./disclosures";

/** A number that can be dialed: three digits, or ten with or without the 1 before them. */
const isDialed = (number: string) => /^(\d{3}|1?[2-9]\d{9})$/.test(number.replaceAll("-", ""));

const crisisNumberSchema = z.object({
  key: z.enum(CRISIS_KEYS),
  /** As people write it: "988", "1-800-662-4357". */
  number: z
    .string()
    .trim()
    .max(20)
    .regex(/^[0-9]+(-[0-9]+)*$/)
    .refine(isDialed),
  /** A teletypewriter number, where there is one. */
  tty: z
    .string()
    .trim()
    .max(20)
    .regex(/^[0-9]+(-[0-9]+)*$/)
    .refine(isDialed)
    .optional(),
});

export const settingSchemas = {
  crisisNumbers: z.array(crisisNumberSchema).min(3),
  teamContact: z.object({
    email: teamEmail("emailFormat").nullable(),
    /** E.164; null until the team has a line of its own. */
    phone: z
      .string()
      .regex(/^\+(?!1)[1-9][0-9]{6,14}$|^\+1[2-9][0-9]{2}[2-9][0-9]{6}$/)
      .nullable(),
    /** What the team says of its time to people who write; null until staff have said it. A row may be older than it. */
    answersWithin: z.enum(ANSWERS_WITHIN).nullable().default(null),
  }),
  footerCredits: z.object({
    crafted: z.string().trim().min(1).max(80),
    polished: z.string().trim().min(1).max(80),
    evaluated: z.string().trim().min(1).max(80),
  }),
  /** What the people named in the footer say of themselves. */
  profiles: profilesSchema,
  /** Who owns the site, and who pays. */
  ownership: ownershipSchema,
} as const;

export type SettingKey = keyof typeof settingSchemas;
export const SETTING_KEYS = Object.keys(settingSchemas) as SettingKey[];
export type SettingValue<Key extends SettingKey> = z.infer<(typeof settingSchemas)[Key]>;
/** As it may be written: what has a default may be missing. */
export type SettingInput<Key extends SettingKey> = z.input<(typeof settingSchemas)[Key]>;
export type CrisisNumber = z.infer<typeof crisisNumberSchema>;

/** Every setting with the day (YYYY-MM-DD) it was taken from its publisher or last checked by staff. */
export type Settings = { [Key in SettingKey]: { value: SettingValue<Key>; checkedOn: string } };
