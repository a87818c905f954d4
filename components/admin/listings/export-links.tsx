import { EXPORT_FORMATS, type ListingTable } from "@/lib/listing-table/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "../with-parameters";

/** Copies of all that the filters find, not of this page alone. */
export function ExportLinks({ locale, table }: { locale: Locale; table: ListingTable }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm">
      {getTranslator(locale, "admin.listingTable")("export")}
      {EXPORT_FORMATS.map((format) => (
        <a
          key={format}
          href={withParameters("/admin/listings/export", { ...table, page: 1, format })}
          className="text-link inline-flex min-h-11 items-center"
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
