import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { WeighedList } from "@/lib/rankings/weighing";

/** A screen reader gets the outcome when the reader pauses, not at every step of a slider. */
const REST_MS = 700;

interface MineStatusProps {
  order: WeighedList["order"];
  state: WeighedList["state"] | "unreadable";
}

/** The effect of the weights, in a sentence that stays visible. */
export function MineStatus({ order, state }: MineStatusProps) {
  const t = useTranslations("mine.status");
  const firsts = order.filter(({ rank }) => rank === order[0]?.rank);
  const moved = order.filter(({ rank, editorialRank }) => rank !== editorialRank).length;
  const outcome = {
    moved,
    count: order.length,
    name: firsts[0] ? [firsts[0].name, firsts[0].unit, firsts[0].where].filter(Boolean).join(", ") : "",
    others: firsts.length - 1,
  };
  const text = state === "own" ? t("own", outcome) : t(state);
  const isHitch = state === "unreadable" || state === "nothing";
  // Our own weights have no outcome: on a phone the bar would only cover the page.
  const place = state === "ours" ? "" : "sticky bottom-0 ";
  return (
    <div
      className={`${place}mt-6 rounded-md border p-3 text-sm font-medium ${isHitch ? "border-warning bg-warning-soft" : "border-line-strong bg-surface"}`}
    >
      <p aria-hidden="true">{text}</p>
      <output className="sr-only">{useRested(text)}</output>
    </div>
  );
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
