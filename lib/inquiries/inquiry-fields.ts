// The form's fields, and how they are read, without the rules by which they are checked (schema.ts): a browser loads those
// once somebody fills in the form.

/** What can be missing or wrong, in the order of the form. */
export const INQUIRY_FIELDS = ["name", "email", "phone", "message", "place", "consent"] as const;
export type InquiryField = (typeof INQUIRY_FIELDS)[number];
/** Each field as it was sent: a ticked box is "on", and of `place` and `share` there may be several. */
export type InquiryValues = Record<TextField, string> & Record<ListField, string[]>;

const TEXT_FIELDS = [
  "name",
  "email",
  "phone",
  "leaveMessage",
  "preferredWay",
  "preferredTime",
  "message",
  "scope",
  "consent",
] as const;
const LIST_FIELDS = ["place", "share"] as const;
type TextField = (typeof TEXT_FIELDS)[number];
type ListField = (typeof LIST_FIELDS)[number];

/** What was sent, as it was typed, to fill the form again. */
export function typedValues(form: FormData): InquiryValues {
  const listOf = (field: string) => form.getAll(field).filter((value) => typeof value === "string");
  return {
    ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, listOf(field)[0] ?? ""])) as Record<TextField, string>),
    ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, listOf(field)])) as Record<ListField, string[]>),
  };
}
