import "server-only";
import type { StampedPages } from "@/lib/server/stamped-pages";
import { LOCALES, localizedPath } from "@/lib/shared/i18n";
import { newFormKey, readFormKey } from "./inquiry-form-key";

const PATHS = new Set(LOCALES.map((locale) => localizedPath(locale, "/contact")));

/** The page of the form, as long as no place is named in its URL: the same for everybody but for the form's identity. */
export const FORM_PAGES: StampedPages = {
  has: (url) => PATHS.has(url),
  renewKey: (formKey) => {
    const shown = readFormKey(formKey);
    return shown && newFormKey(shown.consentVersion);
  },
};
