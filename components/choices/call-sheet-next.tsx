import { startText } from "@/components/listings/start-text";
import { pathWithListings } from "@/lib/choices/paths";
import type { NextListings } from "@/lib/choices/next-listings";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { NextCall } from "./next-call";
import { wantedText } from "./wanted-text";

interface CallSheetNextProps {
  locale: Locale;
  next: NextListings;
  /** What the person asked for. */
  asked: ListingFilters;
  near: NearReading | null;
}

/** The next numbers to dial, and exactly how they were chosen. */
export function CallSheetNext({ locale, next, asked, near }: CallSheetNextProps) {
  const t = getTranslator(locale, "callSheet.next");
  const { places } = next;
  return (
    <section aria-labelledby="next-title" className="mt-12 break-inside-avoid print:mt-6 print:[&_a]:text-ink">
      <h2 id="next-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-prose">{t("why")}</p>
      {near && !near.start && (
        <p className="mt-2 font-semibold">{getTranslator(locale, "choices.near")("unknown", { typed: near.typed })}</p>
      )}
      {places.length === 0 && <p className="mt-3 font-semibold">{t("none")}</p>}
      <ol className="mt-3 border-t border-line-strong">
        {places.map((place) => (
          <NextCall key={place.slug} locale={locale} place={place} asked={asked} />
        ))}
      </ol>
      {places.length > 0 && (
        <>
          <p className="mt-2 max-w-prose text-sm text-muted">
            {howChosen(locale, next, near)}{" "}
            <a href={localizedPath(locale, "/rankings/method")} className="text-link">
              {t("method")}
            </a>
          </p>
          <p className="no-print mt-1">
            <a
              href={localizedPath(
                locale,
                pathWithListings(
                  "/call-sheet",
                  places.map(({ slug }) => slug),
                  { near: near?.typed ?? null },
                  askedPairs(asked),
                ),
              )}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t("sheet")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

/** By which rule: what the person asked for, what the places on the sheet have in common, and how far we looked. */
function howChosen(
  locale: Locale,
  { places, wanted, withinMiles }: NextListings,
  near: CallSheetNextProps["near"],
): string {
  const t = getTranslator(locale, "callSheet.next");
  const [asked, alike] = (["asked", "inherited"] as const).map((which) => wantedText(locale, wanted, which));
  const from = near?.start ? startText(locale, near.start) : t("fromPlaces");
  const silent = places.some(({ unsaid }) => unsaid.length > 0) ? "yes" : "no";
  return [
    t("how", { radius: withinMiles === null ? t("county") : t("within", { miles: withinMiles, from }) }),
    asked && t("asked", { options: asked, silent }),
    alike && t("alike", { options: alike }),
  ]
    .filter(Boolean)
    .join(" ");
}
