/** The field no person sees; what fills it is a program. Named so that a browser's autofill leaves it alone. */
export const HONEYPOT = "company_fax";

/** Faster than anybody reads the form, let alone writes to us. */
const MIN_FORM_AGE_MS = 2_000;

/** Older than any tab somebody comes back to: a stored copy that a program sends again and again. */
const MAX_FORM_AGE_MS = 7 * 24 * 60 * 60 * 1000;

export interface Signs {
  honeypot: string;
  /** Milliseconds from showing the form to sending it; null when the form was not ours. */
  formAge: number | null;
}

export type SpamVerdict = "clear" | "suspected" | "certain";

/**
 * Whether a sent form looks like a program's. It only decides whom staff look at first: everything is kept, and the
 * sender sees the usual answer, because a wrong guess here may be a person in crisis. `certain` gets no mail of ours,
 * so that nobody can use the form to write to strangers.
 */
export function judgeSpam({ honeypot, formAge }: Signs): SpamVerdict {
  if (honeypot.trim() !== "") return "certain";
  if (formAge === null || formAge < MIN_FORM_AGE_MS || formAge > MAX_FORM_AGE_MS) return "suspected";
  return "clear";
}
