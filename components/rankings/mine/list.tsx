import { memo, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { roundScore } from "@/lib/rankings/score";
import type { WeighedList } from "@/lib/rankings/weighing";
import { Move } from "./move";
import { MinePages } from "./pages";

interface MineListProps extends WeighedList {
  listingsPath: string;
  /** Our own list, whole and in pages: for readers without scripts. */
  wholePath: string;
  /** From 1. */
  page: number;
  onPage: (page: number) => void;
}

/** The ranked places in the reader's order, a page of them, with our rank beside each. */
export const MineList = memo(function MineList(props: MineListProps) {
  const { order, state, listingsPath, wholePath, page, onPage } = props;
  const t = useTranslations("mine.list");
  const title = useRef<HTMLHeadingElement>(null);
  const part = partOf(order, page, PROGRAMS_PER_PAGE);
  if (!part) return null;

  function turn(to: number) {
    onPage(to);
    title.current?.focus();
  }

  return (
    <section aria-labelledby="mine-title" className="min-w-0">
      <h2 ref={title} id="mine-title" tabIndex={-1} className="text-xl sm:text-2xl">
        {t(state === "own" ? "own" : "ours")}
        <span className="tabular ml-2 inline-block font-sans text-sm font-normal text-muted">
          {t("part", { from: part.from, to: part.to, total: part.total })}
        </span>
      </h2>
      {/* The page must not scroll when places change their order. */}
      <ol className="tabular mt-2 divide-y divide-line border-t border-line text-sm [overflow-anchor:none]">
        {part.entries.map((place) => (
          <MineEntry key={place.slug} place={place} href={`${listingsPath}/${place.slug}`} />
        ))}
      </ol>
      <MinePages part={part} onTurn={turn} />
      <p className="hidden noscript:block">
        <a href={wholePath} className="text-link inline-flex min-h-11 items-center font-semibold">
          {t("whole")}
        </a>
      </p>
    </section>
  );
});

function MineEntry({ place, href }: { place: WeighedList["order"][number]; href: string }) {
  const t = useTranslations("mine.list");
  const { name, unit, where, line, isClosed, rank, editorialRank, score, low, high } = place;
  const apart = [unit, where].filter(Boolean).join(", ");
  const [from, to] = [roundScore(low), roundScore(high)];
  return (
    <li className="own-place">
      <p>
        <span className="sr-only">{`${t("rank")} `}</span>
        {rank}
      </p>
      <div>
        <h3>
          <a href={href} className="text-link">
            {name}
            <span className="sr-only">, </span>
            <span>{apart}</span>
          </a>
          {isClosed && <strong className="font-sans text-sm text-warning"> {t("closed")}</strong>}
        </h3>
        <p className="text-muted">{line}</p>
        <p>
          {t("ourRank", { rank: editorialRank })}
          <Move places={editorialRank - rank} />
        </p>
      </div>
      <p>
        <span className="sr-only">{`${t("score")} `}</span>
        <strong>{roundScore(score)}</strong>
        {to > from && <span>{t("range", { low: from, high: to })}</span>}
      </p>
    </li>
  );
}
