import type { Standing } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Causes } from "../causes";
import { moveText } from "../move-mark";

/** How one place moved since the edition before, and why; nothing for a place that neither edition ranks. */
export function StandingMove({ locale, standing: { moves, edition } }: { locale: Locale; standing: Standing }) {
  const t = getTranslator(locale, "rankings.standing");
  const [move] = moves?.moves.values() ?? [];
  if (!moves || !move) return null;
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm">
      <p className="font-semibold">{moveText(locale, move, moves.since)}.</p>
      <Causes locale={locale} move={move} context={moves} />
      <p>
        <a
          href={localizedPath(locale, `/rankings/editions/${edition.number}#changes`)}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("changesLink")}
        </a>
      </p>
    </div>
  );
}
