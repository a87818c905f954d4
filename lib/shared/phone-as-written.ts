/** "+12135550123" → "213-555-0123"; other countries' numbers stay as they are. */
export function phoneAsWritten(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
}

/** What a link to call dials, after "tel:"; the extension too where the telephone can. */
export function dialOf(phone: string, extension?: string | null): string {
  return `${phone}${extension ? `;ext=${extension}` : ""}`;
}

/** The number of `dialOf` to read, and its extension. */
export function dialAsWritten(dial: string): { number: string; extension: string | null } {
  const [phone = "", extension = null] = dial.split(";ext=");
  return { number: phoneAsWritten(phone), extension };
}
