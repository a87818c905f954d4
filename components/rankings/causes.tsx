import type { Move } from "@/lib/rankings/moves";
import type { EditionMoves } from "@/lib/rankings/types";
import type { Locale } from "@/lib/shared/i18n";
import { causeText } from "./cause-text";

interface CausesProps {
  locale: Locale;
  move: Pick<Move, "causes"> | undefined;
  context: Pick<EditionMoves, "criterionNames" | "methodVersions">;
}

/** Why a place moved, one line for each cause; nothing for a place that neither moved nor changed. */
export function Causes({ locale, move, context }: CausesProps) {
  if (!move || move.causes.length === 0) return null;
  return (
    <ul className="mt-1.5 text-sm text-muted">
      {move.causes.map((cause) => (
        <li key={cause.type + ("key" in cause ? cause.key : "") + ("number" in cause ? cause.number : "")}>
          {causeText(locale, cause, context, move.causes.length === 1)}
        </li>
      ))}
    </ul>
  );
}
