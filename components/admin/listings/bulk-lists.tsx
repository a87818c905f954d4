import { fullTitle } from "@/lib/facts/listing-title";
import type { BulkTitle, StatusMove, TitledChange, TitledRefusal } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** How many go from which status to which. */
export function MoveList({ locale, moves }: { locale: Locale; moves: readonly StatusMove[] }) {
  const t = getTranslator(locale, "admin");
  return (
    <ul className="list-disc pl-5">
      {moves.map(({ from, to, count }) => (
        <li key={`${from} ${to}`}>{t("bulk.move", { count, was: t(`status.${from}`), now: t(`status.${to}`) })}</li>
      ))}
    </ul>
  );
}

/** Each by its title, with what it was and becomes. */
export function ChangeList({ locale, rows }: { locale: Locale; rows: readonly TitledChange[] }) {
  const t = getTranslator(locale, "admin");
  return (
    <ul className="list-disc space-y-1 pl-5">
      {rows.map(({ id, title, from, to }) => (
        <li key={id}>
          <TitleLink locale={locale} id={id} title={title} /> ({t(`status.${from}`)} → {t(`status.${to}`)})
        </li>
      ))}
    </ul>
  );
}

/** Each that is left alone, with the reason. */
export function RefusalList({ locale, rows }: { locale: Locale; rows: readonly TitledRefusal[] }) {
  const t = getTranslator(locale, "admin.bulk.reasons");
  return (
    <ul className="list-disc space-y-1 pl-5">
      {rows.map(({ id, title, why }) => (
        <li key={id}>
          <TitleLink locale={locale} id={id} title={title} />: {t(why)}
        </li>
      ))}
    </ul>
  );
}

function TitleLink({ locale, id, title }: { locale: Locale; id: string; title: BulkTitle | null }) {
  if (!title) return <>{getTranslator(locale, "admin.bulk")("gone")}</>;
  return (
    <a href={`/admin/listings/${id}`} className="text-link">
      {fullTitle(title)}
    </a>
  );
}
