import { parsePhone } from "@/lib/shared/phone";

/**
 * A phone number as people type it, in E.164: "(213) 555-0123" → "+12135550123". Without a country code it counts
 * as a number of the United States. Null when nobody can dial it, or when it has an extension, which we do not keep.
 */
export function toE164(typed: string): string | null {
  if (/^\+(?!\s*1)[\d\s().-]+$/.test(typed)) {
    const digits = typed.replace(/\D/g, "");
    return /^[2-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  }
  const phone = parsePhone(typed);
  return phone?.extension === null ? phone.number : null;
}
