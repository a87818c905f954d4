import type { Edition } from "@/lib/rankings/types";
import { MAP_PATH } from "@/lib/map/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { BANDS, BandSection } from "./band-section";
import { Caution } from "./caution";
import { EditionTitle } from "./edition-head";
import { Exclusions } from "./exclusions";
import { Legend } from "./legend";

/** The whole newest edition: bands of ranked places, then what is not ranked and why. */
export function Ranking({ locale, edition }: { locale: Locale; edition: Edition }) {
  const bands = BANDS.map((band) => ({ band, entries: edition.entries.filter((entry) => entry.band === band) }));
  return (
    <>
      <EditionTitle locale={locale} edition={edition} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[3fr_2fr] lg:gap-10">
        <Caution locale={locale} />
        <Legend locale={locale} />
      </div>
      <JumpLinks locale={locale} bands={bands.filter(({ entries }) => entries.length > 0).map(({ band }) => band)} />
      {bands.map(({ band, entries }) => (
        <BandSection key={band} locale={locale} band={band} entries={entries} />
      ))}
      <Exclusions locale={locale} exclusions={edition.exclusions} />
    </>
  );
}

function JumpLinks({ locale, bands }: { locale: Locale; bands: (typeof BANDS)[number][] }) {
  const t = getTranslator(locale, "rankings");
  const links = [
    ...bands.map((band) => ({ href: `#band-${band}`, label: t(`band.b${band}`) })),
    { href: "#not-ranked", label: t("jump.excluded") },
    { href: localizedPath(locale, MAP_PATH), label: getTranslator(locale, "map")("link") },
  ];
  return (
    <nav aria-label={t("jump.label")} className="no-print mt-8">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 text-sm font-semibold no-underline hover:bg-accent-soft"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
