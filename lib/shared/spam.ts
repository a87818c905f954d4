/** The field that no person sees; only a program fills it. Its name keeps a browser's autofill away. */
export const HONEYPOT = "company_fax";

/** Nobody can read the form and write to us in less time. */
const MIN_FORM_AGE_MS = 2_000;

/** Nobody comes back to an older tab: it is a stored copy that a program sends again and again. */
const MAX_FORM_AGE_MS = 7 * 24 * 60 * 60 * 1000;

export interface Signs {
  honeypot: string;
  /** Milliseconds from showing the form to sending it; null when the form was not ours. */
  formAge: number | null;
}

export type SpamVerdict = "clear" | "suspected" | "certain";

/**
 * Whether a sent form looks like a program's. It only decides what staff look at first: everything is kept, and the
 * sender sees the usual answer, because a wrong guess may concern a person in crisis. For `certain` we send no mail, so
 * that nobody can use the form to write to strangers.
 */
export function judgeSpam({ honeypot, formAge }: Signs): SpamVerdict {
  if (honeypot.trim() !== "") return "certain";
  // Our own clock jumped back: that tells nothing about the sender.
  if (formAge !== null && formAge < 0) return "clear";
  if (formAge === null || formAge < MIN_FORM_AGE_MS || formAge > MAX_FORM_AGE_MS) return "suspected";
  return "clear";
}
