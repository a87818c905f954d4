import type { EditionDecision } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

/** What the team decided about the places that a proposed edition changes: who publishes it looks at these. */
export function Decisions({ locale, decisions }: { locale: Locale; decisions: readonly EditionDecision[] }) {
  const t = getTranslator(locale, "admin.ranking.decisions");
  const actions = getTranslator(locale, "admin.audit.actions");
  if (decisions.length === 0) return <p>{t("none")}</p>;
  return (
    <DataTable
      caption={t("title")}
      columns={(["listing", "action", "member", "at"] as const).map((key) => ({ key, head: t(key) }))}
      rows={decisions.map(({ id, at, action, member, listing }) => ({
        id,
        cells: [
          <a key="listing" href={`/admin/listings/${listing.id}`} className="text-link">
            {listing.name}
          </a>,
          actions(action),
          member ?? "–",
          <Moment key="at" locale={locale} at={at} />,
        ],
      }))}
    />
  );
}
