import type { ListingFilters } from "@/lib/search/filters";
import type { Facets, SearchAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { PartTitle } from "./part-title";

interface SaidNoNoteProps {
  locale: Locale;
  filters: ListingFilters;
  answer: SearchAnswer;
}

/** How many accept Medi-Cal, and how many said no to it and come after them. */
export function SaidNoNote({ locale, filters, answer: { facets, text } }: SaidNoNoteProps) {
  const t = getTranslator(locale, "filters.saidNo");
  const { total, saidNo } = facets;
  if (!saidNo) return null;
  const words = { count: saidNo.count.value, years: yearsOf(saidNo) };
  const asked = [
    filters.payment,
    ...text.asked.filter(({ group }) => group === "payment").map(({ options }) => options),
  ];
  const allAccept = !filters.includeUnknown && asked.some((options) => options.join() === "medi-cal");
  if (saidNo.count.isAtLeast || total.isAtLeast) return <p className="mt-2 text-sm">{t("many", words)}</p>;
  return (
    <p className="mt-2 max-w-prose text-sm">
      {allAccept && total.value > 0 ? t("of", { ...words, total: total.value }) : t("more", words)}
    </p>
  );
}

/** Above the places that said no. */
export function SaidNoTitle({ locale, saidNo }: { locale: Locale; saidNo: NonNullable<Facets["saidNo"]> }) {
  const t = getTranslator(locale, "filters.saidNo");
  return <PartTitle>{t("title", { years: yearsOf(saidNo) })}</PartTitle>;
}

/** "2023", or "2022–2024". */
function yearsOf({ years }: NonNullable<Facets["saidNo"]>): string {
  return [...new Set([years[0], years.at(-1)])].join("–");
}
