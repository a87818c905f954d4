import { Fragment, type ReactNode } from "react";
import { gateWords } from "@/components/rankings/cause-text";
import { Causes } from "@/components/rankings/causes";
import { LISTING_KINDS } from "@/lib/facts/kind";
import type { Cause } from "@/lib/rankings/causes";
import type { FailedGate } from "@/lib/rankings/gates";
import { isShifted, type ProposedChanges } from "@/lib/rankings/proposed-changes";
import type { EditionMoves } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";

/** Longer lists are folded, so that the form below is in reach. */
const MAX_UNFOLDED_ROWS = 15;

const COLUMNS = {
  enters: ["program", "kind", "rank", "score", "why"],
  leaves: ["listing", "kind", "formerRank", "formerScore", "why"],
  moves: ["program", "kind", "rank", "score", "why"],
  shifted: ["program", "kind", "rank", "score", "why"],
  reasons: ["listing", "before", "now"],
} as const;

type Standing = ProposedChanges["enters"][number]["to"];
type Context = Pick<EditionMoves, "criterionNames" | "methodVersions">;

interface ChangeTablesProps {
  locale: Locale;
  changes: ProposedChanges;
  /** What tells a listing from others of its name, by id. */
  apart: ReadonlyMap<string, string>;
}

/** Who enters, leaves, moves, or is left out for another reason, in a table each: by kind of care and by band. */
export function ChangeTables({ locale, changes, apart }: ChangeTablesProps) {
  const t = getTranslator(locale, "admin.ranking.proposed");
  const { enters, leaves, moves, reasons, methodVersion, criterionNames } = changes;
  const context: Context = {
    criterionNames: new Map(Object.entries(criterionNames)),
    methodVersions: { from: methodVersion.from ?? methodVersion.to, to: methodVersion.to },
  };
  const why = (causes: Cause[]) => <Causes key="why" locale={locale} move={{ causes }} context={context} />;
  const whole = ({ id, name }: { id: string; name: string }) => [name, apart.get(id)].filter(Boolean).join(", ");
  const reason = (failed: FailedGate | null, without: string) => (failed ? gateWords(locale, failed) : without);
  return (
    <>
      <ChangeTable
        locale={locale}
        of="enters"
        rows={inOrder(enters, ({ to }) => to).map(({ id, isBack, to, causes, name }) => ({
          id,
          cells: [
            <ListingLink key="name" id={id} name={name} apart={apart.get(id)} note={isBack ? t("isBack") : null} />,
            <KindAndBand key="kind" locale={locale} from={null} to={to} />,
            to.rank,
            to.score,
            why(causes),
          ],
        }))}
      />
      <ChangeTable
        locale={locale}
        of="leaves"
        rows={inOrder(leaves, ({ from }) => from).map(({ id, from, reason: failed, causes, name }) => ({
          id,
          cells: [
            <ListingLink key="name" id={id} name={name} apart={apart.get(id)} />,
            <KindAndBand key="kind" locale={locale} from={null} to={from} />,
            from.rank,
            from.score,
            <Fragment key="why">
              {reason(failed, t("unpublished"))}
              {why(causes.filter(({ type }) => type !== "gate" && type !== "record"))}
            </Fragment>,
          ],
        }))}
      />
      {/* Often half of the list moves by nothing of its own, which would hide the others. */}
      {(["moves", "shifted"] as const).map((of) => (
        <ChangeTable
          key={of}
          locale={locale}
          of={of}
          rows={inOrder(
            moves.filter(({ causes }) => isShifted(causes) === (of === "shifted")),
            ({ to }) => to,
          ).map(({ id, from, to, joined, causes, name }) => ({
            id,
            cells: [
              <ListingLink
                key="name"
                id={id}
                name={name}
                apart={apart.get(id)}
                note={joined.length > 0 ? t("joined", { names: joined.map(whole).join("; ") }) : null}
              />,
              <KindAndBand key="kind" locale={locale} from={from} to={to} />,
              <FromTo key="rank" locale={locale} from={from.rank} to={to.rank} />,
              <FromTo key="score" locale={locale} from={from.score} to={to.score} />,
              why(causes),
            ],
          }))}
        />
      ))}
      <ChangeTable
        locale={locale}
        of="reasons"
        rows={reasons.map(({ id, from, to, name }) => ({
          id,
          cells: [
            <ListingLink key="name" id={id} name={name} apart={apart.get(id)} />,
            reason(from, t("notListed")),
            reason(to, t("unpublished")),
          ],
        }))}
      />
    </>
  );
}

interface ChangeTableProps {
  locale: Locale;
  of: keyof typeof COLUMNS;
  rows: { id: string; cells: ReactNode[] }[];
}

/** Nothing when nothing changes so. */
function ChangeTable({ locale, of, rows }: ChangeTableProps) {
  const t = getTranslator(locale, "admin.ranking.proposed");
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= MAX_UNFOLDED_ROWS}>
      <summary className="inline-flex min-h-11 items-center font-semibold text-accent">
        {t(`counts.${of}`, { count: rows.length })}
      </summary>
      <DataTable
        caption={t(`captions.${of}`)}
        columns={COLUMNS[of].map((key) => ({ key, head: t(`columns.${key}`) }))}
        rows={rows}
      />
    </details>
  );
}

interface ListingLinkProps {
  id: string;
  name: string;
  apart: string | undefined;
  note?: string | null;
}

/** To where staff work on the listing. */
function ListingLink({ id, name, apart, note }: ListingLinkProps) {
  return (
    <>
      <a href={`/admin/listings/${id}`} className="text-link">
        {name}
        {apart && <span className="sr-only">, {apart}</span>}
      </a>
      {[apart, note].map(
        (words) =>
          words && (
            <span key={words} className="block text-sm font-normal text-muted">
              {words}
            </span>
          ),
      )}
    </>
  );
}

interface KindAndBandProps {
  locale: Locale;
  from: Standing | null;
  to: Standing;
}

/** The kind of care and the band it is ranked in, and from where it comes. */
function KindAndBand({ locale, from, to }: KindAndBandProps) {
  const kind = getTranslator(locale, "listings.kind");
  const band = getTranslator(locale, "rankings.band");
  const words = (standing: Standing) => `${kind(standing.kind)}, ${band(`b${standing.band}`)}`;
  if (!from || words(from) === words(to)) return words(to);
  return getTranslator(locale, "admin.ranking.proposed")("fromTo", { from: words(from), to: words(to) });
}

/** By kind of care, then by band, then by rank. */
function inOrder<Row>(rows: readonly Row[], standingOf: (row: Row) => Standing): Row[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [standingOf(one), standingOf(other)];
    return LISTING_KINDS.indexOf(a.kind) - LISTING_KINDS.indexOf(b.kind) || a.band - b.band || a.rank - b.rank;
  });
}

function FromTo({ locale, from, to }: { locale: Locale; from: number; to: number }) {
  const t = getTranslator(locale, "admin.ranking.proposed");
  return <span className="whitespace-nowrap">{from === to ? to : t("fromTo", { from, to })}</span>;
}
