import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { changeOfOrder, firstsOf } from "@/lib/rankings/order-change";
import { roundScore } from "@/lib/rankings/score";
import type { WeighedList } from "@/lib/rankings/weighing";
import { Move } from "./move";

/** A screen reader gets the outcome when the reader pauses, not at every step of a slider. */
const REST_MS = 700;
const SHOWN = 3;

type Order = WeighedList["order"];

interface MineStatusProps {
  order: Order;
  state: WeighedList["state"] | "unreadable";
}

/**
 * The effect of the weights. On a phone the list is below the sliders, so its first places stand at the foot of the
 * window while a slider is there; not where the person's text is so large that they would cover it.
 */
export function MineStatus({ order, state }: MineStatusProps) {
  const t = useTranslations("mine.status");
  const moved = order.filter(({ rank, editorialRank }) => rank !== editorialRank).length;
  const text = state === "own" ? t("own", { moved, count: order.length }) : t(state);
  const isHitch = state === "unreadable" || state === "nothing";
  return (
    <div
      className={`bottom-0 mt-1 rounded-t-md border px-3 py-1 text-sm lg:mt-3 lg:rounded-md lg:py-2 [@media(min-height:30rem)]:sticky ${isHitch ? "border-warning bg-warning-soft" : "border-line-strong bg-surface"}`}
    >
      <p aria-hidden="true" className="font-medium">
        {text}
      </p>
      <First order={order} />
      <output className="sr-only">{useChange(order, state === "own" || state === "ours" ? null : text)}</output>
    </div>
  );
}

/** The first places in a line each, cut where it ends, to see; the list itself has them for everybody. */
function First({ order }: { order: Order }) {
  return (
    <ol aria-hidden="true" data-first className="lg:hidden">
      {order.slice(0, SHOWN).map(({ slug, name, unit, where, rank, editorialRank, score }) => (
        <li key={slug} className="tabular flex gap-x-2 border-t border-line py-1 leading-tight">
          <span className="w-6 shrink-0 text-muted">{rank}</span>
          <span className="min-w-0 grow truncate">
            <strong>{name}</strong>{" "}
            <span className="text-xs text-muted">{[unit, where].filter(Boolean).join(", ")}</span>
          </span>
          <span className="shrink-0">
            <Move places={editorialRank - rank} isShort /> <strong>{roundScore(score)}</strong>
          </span>
        </li>
      ))}
    </ol>
  );
}

/**
 * What changed since the reader paused last, in a sentence; nothing before the first change.
 * @param instead what to say in its place, such as that no weight is left
 */
function useChange(order: Order, instead: string | null): string {
  const t = useTranslations("mine.status");
  const [rested, setRested] = useState({ order, instead, words: instead ?? "" });
  useEffect(() => {
    if (rested.order === order && rested.instead === instead) return;
    const { moved, isNewFirst } = changeOfOrder(rested.order, order);
    const [first, ...others] = firstsOf(order);
    const name = first ? [first.name, first.unit, first.where].filter(Boolean).join(", ") : "";
    const words = instead ?? t("changed", { moved, name, others: others.length, first: isNewFirst ? "other" : "same" });
    const timer = setTimeout(() => setRested({ order, instead, words }), REST_MS);
    return () => clearTimeout(timer);
  }, [order, instead, rested, t]);
  return rested.words;
}
