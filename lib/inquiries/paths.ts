import { localizedPath, type Locale } from "@/lib/shared/i18n";

export function contactPath(locale: Locale): string {
  return localizedPath(locale, "/contact");
}

/** In English. */
export const englishThankYouPath = "/contact/thank-you";

/** The reference is no personal data; it shows only the state of our mail. */
export function thankYouPath(locale: Locale, reference: string): string {
  return localizedPath(locale, `${englishThankYouPath}?reference=${reference}`);
}

export function inquiryPath(id: string): string {
  return `/admin/inquiries/${id}`;
}

/** Where staff erase it for the person. */
export function erasurePath(id: string): string {
  return `${inquiryPath(id)}/erasure`;
}

/** Where staff end its consent for the person. */
export function withdrawalPath(id: string): string {
  return `${inquiryPath(id)}/withdrawal`;
}

/** The staff pages that show an inquiry. */
export function inquiryPaths(id: string): string[] {
  return ["/admin/inquiries", inquiryPath(id)];
}
