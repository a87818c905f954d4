/**
 * A phone number as people type it, in E.164: "(213) 555-0123" → "+12135550123". Without a country code it is taken as
 * one of the United States. Null when it cannot be dialed; an extension is not kept, so one is refused.
 */
export function toE164(typed: string): string | null {
  if (!/^\+?[\d\s().\-–/]+$/.test(typed)) return null;
  const digits = typed.replace(/\D/g, "");
  const international = typed.trim().startsWith("+") && !digits.startsWith("1");
  if (international) return /^[2-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  const national = digits.replace(/^1(?=\d{10}$)/, "");
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null;
}
