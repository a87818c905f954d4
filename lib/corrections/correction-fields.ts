// The form's fields, and how they are read, without the rules by which they are checked (schema.ts): a browser loads those
// once somebody fills in the form.

export const CORRECTION_TOPICS = ["closed", "contact", "medication", "care", "cost", "license", "other"] as const;
export const CORRECTION_GROUNDS = ["went_there", "works_there", "asked_them", "public_record", "other"] as const;

export const CORRECTION_FIELDS = ["topic", "wrong", "right", "grounds", "evidence", "email"] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];
export type CorrectionValues = Record<CorrectionField, string>;

/** What was sent, as it was typed, to fill the form again. */
export function typedValues(form: FormData): CorrectionValues {
  const text = (field: CorrectionField) => {
    const value = form.get(field);
    return typeof value === "string" ? value : "";
  };
  return {
    topic: text("topic"),
    wrong: text("wrong"),
    right: text("right"),
    grounds: text("grounds"),
    evidence: text("evidence"),
    email: text("email"),
  };
}
