import type { Move } from "@/lib/rankings/moves";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** How a place moved since an edition: a sign and a figure to see, a sentence for screen readers. */
export function MoveMark({ locale, move, since }: { locale: Locale; move: Move | undefined; since: number }) {
  const t = getTranslator(locale, "rankings.move");
  if (!move || move.direction === "left") return null;
  return (
    <span className="block font-sans text-xs whitespace-nowrap">
      <span aria-hidden="true">{t(`${move.direction}.mark`, { places: placesOf(move) })}</span>
      <span className="sr-only"> {moveText(locale, move, since)}</span>
    </span>
  );
}

/** "Up 3 places since edition 1": a move in words. */
export function moveText(locale: Locale, move: Move, since: number): string {
  const t = getTranslator(locale, "rankings.move");
  return t(`${move.direction}.text`, { places: placesOf(move), since, rank: move.from ?? 0 });
}

function placesOf({ from, to }: Move): number {
  return Math.abs((from ?? 0) - (to ?? 0));
}
