import { placeLine } from "@/components/listings/address";
import { ListingName } from "@/components/listings/listing-name";
import { sectionPath } from "@/lib/methods/paths";
import type { Standing } from "@/lib/rankings/types";
import type { ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface WhyProgramProps {
  locale: Locale;
  standing: Extract<Standing, { status: "ranked" }>;
  /** Of the place whose page it is. */
  slug: string;
  /** What the person asked for. */
  asked: ListingFilters;
}

/** Which other addresses share this rank, and by which rule; nothing for a program with one address. */
export function WhyProgram({ locale, standing, slug, asked }: WhyProgramProps) {
  const t = getTranslator(locale, "rankings.members");
  const others = standing.members.filter((each) => each.slug !== slug);
  if (others.length === 0) return null;
  const differing = standing.breakdown.rows.filter(({ differs }) => differs).length;
  return (
    <section
      id="program"
      aria-labelledby="program-title"
      className="mt-4 max-w-prose rounded-lg border border-line bg-surface p-5"
    >
      <h3 id="program-title" className="text-lg">
        {t("title", { count: others.length + 1 })}
      </h3>
      <p className="mt-1">
        {t("text")} {differing > 0 && t("differing", { count: differing })}{" "}
        <a
          href={localizedPath(locale, sectionPath(standing.method.version, "gates"))}
          className="text-link no-print inline-flex min-h-6 items-center"
        >
          {t("rule")}
        </a>
      </p>
      <details className="mt-1 text-sm">
        <summary className="min-h-11 py-2.5 font-semibold">{t("others", { count: others.length })}</summary>
        <ul>
          {others.map((place) => (
            <li key={place.slug} className="border-t border-line py-2">
              <ListingName locale={locale} place={place} words={placeLine(place)} asked={asked} />
              {place.unit && <span className="block text-muted">{place.unit}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
