import { optionalField, webUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { z } from "@/lib/shared/zod";

// What the people behind the content and the owner of the site say of themselves. Null is "not stated yet": nobody
// fills it in for them.

/** The three names of the footer: who writes, who edits, who checks. Also the anchors of their entries. */
export const FOOTER_ROLES = ["crafted", "polished", "evaluated"] as const;
export type FooterRole = (typeof FOOTER_ROLES)[number];

const MAX_STATEMENT_LENGTH = 2_000;
const MAX_NAME_LENGTH = 200;

const say = (error: AdminError) => error;

/** The same in both languages of the site. */
const statement = z.object({ en: z.string().min(1), es: z.string().min(1) }).nullable();
export type Statement = z.infer<typeof statement>;

const profile = z.object({
  /** Whom it is about. When the footer names somebody else, it says nothing about them. */
  name: z.string().min(1),
  biography: statement,
  email: z.string().nullable(),
  url: z.string().nullable(),
  interests: statement,
});
export type Profile = z.infer<typeof profile>;

export const profilesSchema = z.object({
  crafted: profile.nullable(),
  polished: profile.nullable(),
  evaluated: profile.nullable(),
});

export const OWNERSHIP_STATEMENTS = ["payers", "income", "asking"] as const;

export const ownershipSchema = z.object({
  legalName: z.string().nullable(),
  payers: statement,
  income: statement,
  asking: statement,
});

export const NO_PROFILES: z.infer<typeof profilesSchema> = { crafted: null, polished: null, evaluated: null };
export const NO_OWNERSHIP: z.infer<typeof ownershipSchema> = {
  legalName: null,
  payers: null,
  income: null,
  asking: null,
};

/** Words of several lines, as they are kept: browsers send line ends as CRLF. */
const words = z
  .string()
  .transform((text) => text.replace(/\r\n/g, "\n").trim())
  .pipe(z.string().max(MAX_STATEMENT_LENGTH, say("tooLong")));

/** A statement is there in both languages or in none, so that no reader finds less than another. */
function inBothLanguages<Field extends string>(...fields: Field[]) {
  return (typed: Record<`${Field}En` | `${Field}Es`, string>, context: z.RefinementCtx) => {
    for (const field of fields)
      for (const [own, other] of [
        [`${field}En`, `${field}Es`],
        [`${field}Es`, `${field}En`],
      ] as const)
        if (!typed[own] && typed[other])
          context.addIssue({ code: "custom", path: [own], message: say("otherLanguageMissing") });
  };
}

const statementOf = (en: string, es: string): Statement => (en && es ? { en, es } : null);

/** The fields of one person in the form. */
const profileForm = z
  .object({
    name: z.string().trim().min(1).max(MAX_NAME_LENGTH),
    biographyEn: words,
    biographyEs: words,
    email: optionalField(z.email(say("emailFormat"))),
    url: optionalField(webUrl),
    interestsEn: words,
    interestsEs: words,
  })
  .superRefine(inBothLanguages("biography", "interests"))
  .transform(({ name, email, url, ...typed }): Profile | null => {
    const biography = statementOf(typed.biographyEn, typed.biographyEs);
    const interests = statementOf(typed.interestsEn, typed.interestsEs);
    return biography || interests || email || url ? { name, biography, email, url, interests } : null;
  });

export const profilesForm = z.object({ crafted: profileForm, polished: profileForm, evaluated: profileForm });

export const ownershipForm = z
  .object({
    legalName: optionalField(z.string().max(MAX_NAME_LENGTH, say("tooLong"))),
    payersEn: words,
    payersEs: words,
    incomeEn: words,
    incomeEs: words,
    askingEn: words,
    askingEs: words,
  })
  .superRefine(inBothLanguages(...OWNERSHIP_STATEMENTS))
  .transform(({ legalName, ...typed }): z.infer<typeof ownershipSchema> => ({
    legalName,
    payers: statementOf(typed.payersEn, typed.payersEs),
    income: statementOf(typed.incomeEn, typed.incomeEs),
    asking: statementOf(typed.askingEn, typed.askingEs),
  }));
