import { memo } from "react";
import { useTranslations } from "use-intl/react";
import { roundScore } from "@/lib/rankings/score";
import type { WeighedList } from "@/lib/rankings/weighing";

interface MineListProps extends WeighedList {
  listingsPath: string;
}

/** Every ranked place in the reader's order, with our rank beside it. */
export const MineList = memo(function MineList({ order, state, listingsPath }: MineListProps) {
  const t = useTranslations("mine.list");
  return (
    <section aria-labelledby="mine-title" className="min-w-0">
      <h2 id="mine-title" className="text-2xl">
        {t(state === "own" ? "own" : "ours")}
      </h2>
      {/* The page must not scroll when places change their order. */}
      <ol className="mt-4 [overflow-anchor:none]">
        {order.map((place) => (
          <MineEntry key={place.slug} place={place} href={`${listingsPath}/${place.slug}`} />
        ))}
      </ol>
    </section>
  );
});

function MineEntry({ place, href }: { place: WeighedList["order"][number]; href: string }) {
  const t = useTranslations("mine.list");
  const { name, unit, where, line, isClosed, rank, editorialRank, score, low, high } = place;
  const apart = [unit, where].filter(Boolean).join(", ");
  const [from, to] = [roundScore(low), roundScore(high)];
  return (
    <li className="grid grid-cols-[2.75rem_1fr_auto] gap-x-3 border-t border-line py-3">
      <p className="tabular font-serif text-lg text-muted sm:text-xl">
        <span className="sr-only">{t("rank")} </span>
        {rank}
      </p>
      <div className="min-w-0">
        <h3 className="font-serif text-lg leading-snug">
          <a href={href} className="text-link">
            {name}
            <span className="sr-only">, {apart}</span>
          </a>
          {isClosed && <strong className="font-sans text-sm text-warning"> {t("closed")}</strong>}
          <span aria-hidden="true" className="block font-sans text-sm font-normal text-muted">
            {apart}
          </span>
        </h3>
        <p className="text-sm text-muted">{line}</p>
        <p className="tabular text-sm">
          {t("ourRank", { rank: editorialRank })} <Move places={editorialRank - rank} />
        </p>
      </div>
      <p className="tabular text-right">
        <span className="sr-only">{t("score")} </span>
        <strong className="font-serif text-xl">{roundScore(score)}</strong>
        {to > from && <span className="block text-xs text-muted">{t("range", { low: from, high: to })}</span>}
      </p>
    </li>
  );
}

/** How far the reader's weights move a place, in words and with an arrow. */
function Move({ places }: { places: number }) {
  const t = useTranslations("mine.list");
  if (places === 0) return null;
  const isUp = places > 0;
  return (
    <strong className={isUp ? "text-success" : "text-warning"}>
      <span aria-hidden="true">{isUp ? "▲" : "▼"} </span>
      {t(isUp ? "up" : "down", { places: Math.abs(places) })}
    </strong>
  );
}
