import { oneLine, severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import { toE164 } from "./phone";

export const INQUIRY_FIELDS = ["name", "email", "phone", "message", "consent"] as const;
export type InquiryField = (typeof INQUIRY_FIELDS)[number];
export type InquiryValues = Record<InquiryField, string>;

/** A name or a nickname; longer than any that a passport holds. */
export const NAME_MAX = 100;
/** The longest address that mail servers must accept (RFC 5321). */
export const EMAIL_MAX = 254;
export const PHONE_MAX = 40;
/** About 700 words: room for a story, and small enough to read at once. There is no least: "help" is enough. */
export const MESSAGE_MAX = 4000;

/** Keys of `contact.errors` in messages/. */
export const INQUIRY_ERRORS = [
  "nameMissing",
  "nameTooLong",
  "contactMissing",
  "emailFormat",
  "phoneFormat",
  "messageMissing",
  "messageTooLong",
  "consentMissing",
] as const;
export type InquiryError = (typeof INQUIRY_ERRORS)[number];

const error = (key: InquiryError): InquiryError => key;
const typed = z.unknown().transform((value) => (typeof value === "string" ? value : ""));

/**
 * What a person fills in, for the browser and the server alike. Texts come out trimmed, in one Unicode form and
 * without control characters; the phone as E.164; what was left empty as undefined. Issues are `InquiryError` keys.
 */
export const inquirySchema = z
  .object({
    name: typed.transform(oneLine).pipe(z.string().min(1, error("nameMissing")).max(NAME_MAX, error("nameTooLong"))),
    email: typed
      .transform((text) => oneLine(text) || undefined)
      .pipe(z.email(error("emailFormat")).max(EMAIL_MAX, error("emailFormat")).optional()),
    phone: typed.transform(oneLine).transform((text, context) => {
      if (text === "") return undefined;
      const phone = text.length <= PHONE_MAX ? toE164(text) : null;
      if (phone) return phone;
      context.addIssue({ code: "custom", message: error("phoneFormat") });
      return z.NEVER;
    }),
    message: typed
      .transform(severalLines)
      .pipe(z.string().min(1, error("messageMissing")).max(MESSAGE_MAX, error("messageTooLong"))),
    // A box sends "on", react-hook-form true.
    consent: z.unknown().transform((value, context) => {
      if (value === true || value === "on") return true as const;
      context.addIssue({ code: "custom", message: error("consentMissing") });
      return z.NEVER;
    }),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
    path: ["email"],
    message: error("contactMissing"),
    // Told together with whatever else is missing, not after it; a wrong address or number has its own words.
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "email" || path?.[0] === "phone"),
  });

export type InquiryInput = z.infer<typeof inquirySchema>;

/** The first problem of each field, in the order of the form. */
export function inquiryErrors({ issues }: z.ZodError): Partial<Record<InquiryField, InquiryError>> {
  const found: Partial<Record<InquiryField, InquiryError>> = {};
  for (const field of INQUIRY_FIELDS) {
    const issue = issues.find(({ path }) => path[0] === field);
    if (issue) found[field] = issue.message as InquiryError;
  }
  return found;
}

/** What was sent, as it was typed, to fill the form again: a ticked box is "on". */
export function typedValues(form: FormData): InquiryValues {
  const text = (field: InquiryField) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  return {
    name: text("name"),
    email: text("email"),
    phone: text("phone"),
    message: text("message"),
    consent: text("consent"),
  };
}
