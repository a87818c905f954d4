import { ListingName } from "@/components/listings/listing-name";
import type { Direction } from "@/lib/rankings/moves";
import type { EditionMoves } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Causes } from "../causes";
import { WeightChanges } from "../weight-changes";

const DIRECTIONS = ["up", "down", "same", "new", "returned", "left"] as const satisfies readonly Direction[];

/** What changed since the edition before: how many moved, what moved all of them, and who is not ranked any more. */
export function EditionChanges({ locale, moves }: { locale: Locale; moves: EditionMoves | null }) {
  const t = getTranslator(locale, "rankings.changes");
  if (!moves) return <p className="mt-6 max-w-prose">{t("first")}</p>;
  const { since, rate } = moves;
  const counts = DIRECTIONS.map((direction) => ({
    direction,
    count: moves.counts.get(direction) ?? 0,
  })).filter(({ count }) => count > 0);
  return (
    <section id="changes" aria-labelledby="changes-title" className="mt-14">
      <h2 id="changes-title" className="text-2xl">
        {t("title", { since })}
      </h2>
      <div className="mt-2 max-w-prose space-y-2">
        <p className="font-semibold">
          {counts.map(({ direction, count }) => t(`count.${direction}`, { count })).join(" · ")}
        </p>
        <p>{t("how")}</p>
        {rate.from !== rate.to && <p>{t("rate", { ...rate })}</p>}
      </div>
      <WeightChanges locale={locale} moves={moves} />
      <Left locale={locale} moves={moves} />
    </section>
  );
}

function Left({ locale, moves }: { locale: Locale; moves: EditionMoves }) {
  const t = getTranslator(locale, "rankings.changes");
  const { left, since, unpublishedCount: count } = moves;
  return (
    <>
      {left.length > 0 && <h3 className="mt-6 text-lg">{t("left")}</h3>}
      <ul className="mt-2 max-w-prose">
        {left.map(({ listing, move }) => (
          <li key={listing.slug} className="border-t border-line py-3">
            <ListingName locale={locale} place={listing} isWhole />{" "}
            <span className="text-sm text-muted">{t("wasRank", { rank: move.from ?? 0, since })}</span>
            <Causes locale={locale} move={move} context={moves} />
          </li>
        ))}
      </ul>
      {count > 0 && <p className="mt-2 text-sm text-muted">{t("unpublished", { count, since })}</p>}
    </>
  );
}
