import { parseListingSlugs, type ChosenSlugs } from "@/lib/choices/paths";
import { SHARED_FIELDS, type ConsentScope } from "@/lib/consents/types";
import { firstErrors } from "@/lib/shared/form-data";
import { oneLine, severalLines } from "@/lib/shared/text";
import { z } from "@/lib/shared/zod";
import { CONTACT_WAYS, PREFERRED_TIMES } from "./answering";
import { INQUIRY_FIELDS, type InquiryField } from "./inquiry-fields";
import { toE164 } from "./typed-phone";

/** A name or a nickname; longer than any that a passport holds. */
export const MAX_NAME_LENGTH = 100;
/** The longest email that mail servers must accept (RFC 5321). */
export const MAX_EMAIL_LENGTH = 254;
export const MAX_PHONE_LENGTH = 40;
/** About 700 words: room for a story, and small enough to read at once. There is no minimum: "help" is enough. */
export const MAX_MESSAGE_LENGTH = 4000;

/** Keys of `contact.errors` in messages/. */
export const INQUIRY_ERRORS = [
  "nameMissing",
  "nameTooLong",
  "contactMissing",
  "emailFormat",
  "phoneFormat",
  "messageMissing",
  "messageTooLong",
  "placeMissing",
  "placeClosed",
  "consentMissing",
] as const;
export type InquiryError = (typeof INQUIRY_ERRORS)[number];

const error = (key: InquiryError): InquiryError => key;
const ticked = (value: unknown) => value === "on";
const givenConsent = z.unknown().transform((value, context) => {
  if (ticked(value)) return true as const;
  context.addIssue({ code: "custom", message: error("consentMissing") });
  return z.NEVER;
});
/** A field that may be missing altogether. */
const notNeeded = z.unknown().default("");
/** One of the choices; undefined for none and for anything else. */
const oneOf = <Value extends string>(choices: readonly Value[]) =>
  notNeeded.transform((value) => choices.find((choice) => choice === value));
const typed = z.unknown().transform((value) => (typeof value === "string" ? value : ""));

/**
 * What a person fills in, for the browser and the server alike. Texts come out trimmed, in one Unicode form and
 * without control characters; the phone as E.164; empty fields as undefined; `scope` as the narrowest that the form can
 * mean; `place` as well-formed slugs; and `share` as the given fields that a place may be told. Issues are
 * `InquiryError` keys.
 */
export const inquirySchema = z
  .object({
    name: typed
      .transform(oneLine)
      .pipe(z.string().min(1, error("nameMissing")).max(MAX_NAME_LENGTH, error("nameTooLong"))),
    email: typed
      .transform((text) => oneLine(text) || undefined)
      .pipe(z.email(error("emailFormat")).max(MAX_EMAIL_LENGTH, error("emailFormat")).optional()),
    phone: typed.transform(oneLine).transform((text, context) => {
      if (text === "") return undefined;
      const phone = text.length <= MAX_PHONE_LENGTH ? toE164(text) : null;
      if (phone) return phone;
      context.addIssue({ code: "custom", message: error("phoneFormat") });
      return z.NEVER;
    }),
    message: typed
      .transform(severalLines)
      .pipe(z.string().min(1, error("messageMissing")).max(MAX_MESSAGE_LENGTH, error("messageTooLong"))),
    leaveMessage: notNeeded.transform(ticked),
    preferredWay: oneOf(CONTACT_WAYS),
    preferredTime: oneOf(PREFERRED_TIMES),
    scope: oneOf(["any_listed", "named"]),
    place: notNeeded.transform(placesOf),
    share: notNeeded.transform((given) => [given].flat()),
    consent: givenConsent,
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
    path: ["email"],
    message: error("contactMissing"),
    // We tell it together with everything else that is missing. A wrong email or number has its own words.
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "email" || path?.[0] === "phone"),
  })
  .refine((sent) => scopeOf(sent) === "any_listed" || sent.place.slugs.length > 0, {
    path: ["place"],
    message: error("placeMissing"),
    // Together with everything else that is wrong, if it was a form.
    when: ({ issues }) => issues.every(({ path }) => path !== undefined && path.length > 0),
  })
  .transform(({ share, ...sent }) => ({
    ...sent,
    scope: scopeOf(sent),
    share: SHARED_FIELDS.filter((field) => field === "needs" || (share.includes(field) && sent[field] !== undefined)),
  }));

/** A value that is no text names no place, and does not widen the consent. */
function placesOf(given: unknown): ChosenSlugs {
  return parseListingSlugs({ place: [given].flat().map((slug) => (typeof slug === "string" ? slug : "?")) });
}

/** A form that names places, and has no scope, means these places, even if we can read none of them. */
function scopeOf({ scope, place: { slugs, unreadable } }: { scope: ConsentScope | undefined; place: ChosenSlugs }) {
  return scope ?? (slugs.length > 0 || unreadable ? "named" : "any_listed");
}

/** The form as it is taken. */
export type SentInquiry = z.infer<typeof inquirySchema>;

/** The person and their words. */
export type InquiryInput = Pick<SentInquiry, "name" | "email" | "phone" | "message" | "consent">;

export const inquiryErrors = (error: z.ZodError) => firstErrors<InquiryField, InquiryError>(INQUIRY_FIELDS, error);
