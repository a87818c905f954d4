import type { ReactNode } from "react";
import type { Agreement } from "@/lib/choices/comparison";
import type { ChosenListing } from "@/lib/choices/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CELL, numberOf, ROW_HEAD, rowClass } from "./compare-columns";

/** One question with each place's words. */
export interface CompareRow {
  key: string;
  label: string;
  cells: ReactNode[];
  agreement: Agreement;
}

interface RowProps {
  locale: Locale;
  row: CompareRow;
  places: ChosenListing[];
}

export function Row({ locale, row, places }: RowProps) {
  return (
    <tr
      data-agreement={row.agreement}
      className={`border-t border-line data-[agreement=differs]:bg-warning-soft ${rowClass(places.length)}`}
    >
      <th
        scope="row"
        className={`w-44 py-2 pr-3 pl-1 text-left align-top leading-snug font-semibold not-print:max-md:w-auto not-print:max-md:pb-0 not-print:max-md:pl-0 ${ROW_HEAD}`}
      >
        {row.label}
        <AgreementSign locale={locale} agreement={row.agreement} />
      </th>
      {row.cells.map((cell, at) => (
        <td key={places[at]?.slug} data-place={numberOf(at, places.length)} className={CELL}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** A sign and a word, never color alone; a row in which all agree has none. */
function AgreementSign({ locale, agreement }: { locale: Locale; agreement: Agreement }) {
  const t = getTranslator(locale, "compare.agreement");
  if (agreement === "same") return null;
  return (
    <span className="mt-0.5 block text-xs font-semibold text-warning">
      <span aria-hidden="true">{agreement === "differs" ? "≠" : "?"} </span>
      {t(agreement)}
    </span>
  );
}
