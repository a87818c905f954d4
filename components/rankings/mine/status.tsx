import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { WeighedList } from "@/lib/rankings/weighing";

/** A screen reader is told the outcome when the hand rests, not at every step on the way. */
const REST_MS = 700;

interface MineStatusProps {
  order: WeighedList["order"];
  state: WeighedList["state"] | "unreadable";
}

/** What the weights have done, in a sentence that stays in sight. */
export function MineStatus({ order, state }: MineStatusProps) {
  const t = useTranslations("mine.status");
  const firsts = order.filter(({ rank }) => rank === order[0]?.rank);
  const moved = order.filter(({ rank, editorialRank }) => rank !== editorialRank).length;
  const outcome = { moved, count: order.length, name: firsts[0]?.name ?? "", others: firsts.length - 1 };
  const text = state === "own" ? t("own", outcome) : t(state);
  const isHitch = state === "unreadable" || state === "nothing";
  // Our own weights have no outcome to tell: the bar would only cover what a phone shows of the page.
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
