import { localizedPath, type Locale } from "@/lib/shared/i18n";

/** What the signed identity of the report form is made for. */
export const CORRECTION_FORM = "correction form";

export const LOG_PATH = "/corrections";

/** Where a listing's mistakes are reported, as an English path. */
export function correctionPath(slug: string): string {
  return `/listings/${slug}/correction`;
}

/** The same page, thanking; the reference is no personal data. */
export function thanksPath(locale: Locale, slug: string, reference: string): string {
  return localizedPath(locale, `${correctionPath(slug)}?reference=${reference}`);
}

/** Where page `page` of the public log lives. */
export function logPath(page: number): string {
  return page === 1 ? LOG_PATH : `${LOG_PATH}/page/${page}`;
}

export function deskPath(id: string): string {
  return `/admin/corrections/${id}`;
}
