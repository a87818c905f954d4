/** "+12135550123" → "213-555-0123"; other countries' numbers stay as they are. */
export function phoneAsWritten(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
}
