import { editionListPath } from "@/lib/rankings/paths";
import type { Edition, EditionMoves } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { EditionChanges } from "./changes";
import { EditionFacts } from "./facts";
import { EditionLinks } from "./links";
import { NotRankedSummary } from "../not-ranked-summary";
import { Stability } from "../stability";
import { WholeList } from "../whole-list";

interface EditionPageProps {
  locale: Locale;
  edition: Edition;
  /** Null for the first edition. */
  moves: EditionMoves | null;
  /** The number of the newest edition. */
  newest: number;
}

/** One edition as it was frozen: what it is, what changed, how firm it is, and the way into its list. */
export function EditionPage({ locale, edition, moves, newest }: EditionPageProps) {
  const t = getTranslator(locale, "rankings.oneEdition");
  const { number } = edition;
  const places = [...edition.entries.flatMap(({ members }) => members), ...edition.exclusions];
  const gone = places.filter(({ listing }) => listing.presence === "gone").length;
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title", { number })}</h1>
        <p className="mt-4 text-lg">{t(number === newest ? "isNewest" : "isOld")}</p>
        {gone > 0 && <p className="mt-2 text-sm text-muted">{t("gone", { count: gone })}</p>}
      </header>
      <EditionLinks locale={locale} number={number} newest={newest} />
      <EditionFacts locale={locale} edition={edition} />
      <EditionChanges locale={locale} moves={moves} />
      <Stability locale={locale} edition={edition} />
      <WholeList locale={locale} list={edition.entries} pathOf={(page) => editionListPath(number, page)} />
      <NotRankedSummary locale={locale} exclusions={edition.exclusions} number={number} />
    </>
  );
}
