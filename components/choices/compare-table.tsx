import { pathWithListings } from "@/lib/choices/paths";
import { compareFacts, mainSourceOf } from "@/lib/choices/comparison";
import type { ChosenListing } from "@/lib/choices/types";
import type { Standing } from "@/lib/rankings/types";
import { askedPairs } from "@/lib/search/asked";
import type { ListingFilters } from "@/lib/search/filters";
import type { NearReading } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { answerCell } from "./compare-answer";
import { ROW_HEAD, rowClass } from "./compare-columns";
import { CompareHead, ContactRow } from "./compare-head";
import { licenseRow } from "./compare-license";
import { overviewRows } from "./compare-overview";
import { Row, type CompareRow } from "./compare-row";

interface CompareTableProps {
  locale: Locale;
  places: ChosenListing[];
  standings: (Standing | null)[];
  /** What the person asked for. */
  asked: ListingFilters;
  near: NearReading | null;
  onlyDifferences: boolean;
}

/**
 * A real table, with the places' names in sight above it. On a phone each question stands above its answers
 * (compare-columns.ts).
 */
export function CompareTable({ locale, places, standings, asked, near, onlyDifferences }: CompareTableProps) {
  const t = getTranslator(locale, "compare");
  const groups = groupsOf({ locale, places, standings, asked, near });
  const rows = groups.flatMap((group) => group.rows);
  const isShown = (row: CompareRow) => !onlyDifferences || row.agreement !== "same";
  const hidden = rows.filter((row) => !isShown(row)).length;
  return (
    <>
      <OnlyDifferences locale={locale} {...{ places, asked, near, onlyDifferences, hidden }} />
      <table
        aria-label={t("caption")}
        className="mt-4 w-full table-fixed border-collapse text-sm not-print:max-md:block"
      >
        <CompareHead locale={locale} places={places} asked={asked} />
        <tbody className="not-print:max-md:block">
          <ContactRow
            locale={locale}
            places={places}
            asked={asked}
            more={{ near: near?.typed ?? null, only: onlyDifferences }}
          />
        </tbody>
        {groups.map(
          (group) =>
            group.rows.some(isShown) && (
              <tbody key={group.key} className="not-print:max-md:block">
                <tr className={rowClass(places.length)}>
                  <th
                    scope="rowgroup"
                    colSpan={places.length + 1}
                    className={`pt-7 pb-1 text-left font-serif text-xl ${ROW_HEAD}`}
                  >
                    {group.label}
                  </th>
                </tr>
                {group.rows.filter(isShown).map((row) => (
                  <Row key={row.key} locale={locale} row={row} places={places} />
                ))}
              </tbody>
            ),
        )}
      </table>
      {hidden === rows.length && <p className="mt-4 font-semibold">{t("none")}</p>}
    </>
  );
}

type Content = Omit<CompareTableProps, "onlyDifferences">;

function groupsOf({ locale, places, standings, asked, near }: Content) {
  const t = getTranslator(locale, "compare");
  const facts = compareFacts(places);
  const main = places.map((_, at) =>
    mainSourceOf(facts.flatMap(({ rows }) => rows.map(({ answers }) => answers[at]!))),
  );
  const answered = facts.map(({ key, rows }) => ({
    key: key as string,
    label: t(`groups.${key}`),
    rows: rows.map(({ key: question, answers, agreement }): CompareRow => ({
      key: question,
      label: t(`questions.${question}`),
      cells: answers.map((fact, at) => answerCell(locale, fact, main[at] ?? null)),
      agreement,
    })),
  }));
  answered.at(-1)?.rows.unshift(licenseRow(locale, places));
  const overview = {
    key: "overview",
    label: t("groups.overview"),
    rows: overviewRows({ locale, places, standings, asked, near, main }),
  };
  return [overview, ...answered];
}

type OnlyDifferencesProps = Pick<CompareTableProps, "locale" | "places" | "asked" | "near" | "onlyDifferences"> & {
  hidden: number;
};

function OnlyDifferences({ locale, places, asked, near, onlyDifferences, hidden }: OnlyDifferencesProps) {
  const t = getTranslator(locale, "compare.only");
  if (places.length < 2) return <p className="mt-5 font-semibold">{t("one")}</p>;
  const target = { near: near?.typed ?? null, only: onlyDifferences ? null : "differences" };
  const slugs = places.map(({ slug }) => slug);
  return (
    <p className="mt-5 flex flex-wrap items-center gap-x-5">
      <a
        href={localizedPath(locale, pathWithListings("/compare", slugs, target, askedPairs(asked)))}
        className="text-link no-print inline-flex min-h-11 items-center font-semibold"
      >
        {t(onlyDifferences ? "all" : "show")}
      </a>
      {onlyDifferences && <span className="text-muted">{t("hidden", { count: hidden })}</span>}
    </p>
  );
}
