import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { versionsPath } from "@/lib/versions/paths";
import type { VersionedSubject } from "@/lib/versions/types";

/** From the page of a record to its versions. */
export function VersionsLink({ locale, of }: { locale: Locale; of: VersionedSubject }) {
  return (
    <a href={versionsPath(of)} className="text-link inline-flex min-h-11 items-center">
      {getTranslator(locale, "admin.versions")("title")}
    </a>
  );
}
