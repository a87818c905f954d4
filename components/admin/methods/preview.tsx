import type { RankChanges } from "@/lib/methods/rank-changes";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";

/** As many as a person looks through; the rest is only counted. */
const MOVES_SHOWN = 25;

interface MethodPreviewProps {
  locale: Locale;
  changes: RankChanges;
  /** What tells a listing from others of its name, by slug. */
  apart: ReadonlyMap<string, string>;
}

/** How a draft would change the ranking over today's facts. */
export function MethodPreview({ locale, changes, apart }: MethodPreviewProps) {
  const t = getTranslator(locale, "admin.method.preview");
  const { ranked, prior, moved, stay, moves, entering, leaving } = changes;
  return (
    <>
      <ul className="max-w-prose list-disc space-y-1 pl-5">
        <li>{t("ranked", ranked)}</li>
        <li>{t("moved", { moved })}</li>
        {stay.map(({ of, count }) => (
          <li key={of}>{t("stay", { of, count })}</li>
        ))}
        <li>{t("prior", prior)}</li>
      </ul>
      {moves.length > 0 && (
        <>
          <h2 className="text-xl">{t("moves", { shown: Math.min(moves.length, MOVES_SHOWN), moved })}</h2>
          <DataTable
            caption={t("movesCaption")}
            columns={(["place", "rank", "score"] as const).map((key) => ({ key, head: t(`columns.${key}`) }))}
            rows={moves.slice(0, MOVES_SHOWN).map(({ slug, name, rank, score }) => ({
              id: slug,
              cells: [
                <RankedProgram key="place" slug={slug} name={name} apart={apart.get(slug)} />,
                t("fromTo", rank),
                t("fromTo", score),
              ],
            }))}
          />
        </>
      )}
      <RankedListings title={t("entering")} places={entering} apart={apart} />
      <RankedListings title={t("leaving")} places={leaving} apart={apart} />
    </>
  );
}

type RankedListings = RankChanges["entering"];

function RankedListings({
  title,
  places,
  apart,
}: { title: string; places: RankedListings } & Pick<MethodPreviewProps, "apart">) {
  if (places.length === 0) return null;
  return (
    <section>
      <h2 className="text-xl">{title}</h2>
      <ul className="mt-2 list-disc pl-5">
        {places.map((place) => (
          <li key={place.slug}>
            <RankedProgram slug={place.slug} name={place.name} apart={apart.get(place.slug)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RankedProgram({ slug, name, apart }: { slug: string; name: string; apart: string | undefined }) {
  return (
    <>
      <a href={`/listings/${slug}`} className="text-link">
        {name}
        {apart && <span className="sr-only">, {apart}</span>}
      </a>
      {apart && (
        <span aria-hidden="true" className="block text-sm font-normal text-muted">
          {apart}
        </span>
      )}
    </>
  );
}
