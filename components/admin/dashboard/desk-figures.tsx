import type { DeskFigures as Figures } from "@/lib/desk/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** How the desk keeps up, in a line of figures. */
export function DeskFigures({ locale, figures }: { locale: Locale; figures: Figures }) {
  const t = getTranslator(locale, "admin.desk");
  const { byStatus, overdue, unassigned, quarantined, undelivered, medianFirstAnswerMinutes: median } = figures;
  const open = (byStatus.new ?? 0) + (byStatus.in_progress ?? 0) + (byStatus.waiting ?? 0);
  const shown = [
    { term: t("figures.open"), value: String(open) },
    { term: t("figures.overdue"), value: String(overdue) },
    { term: t("figures.unassigned"), value: String(unassigned) },
    { term: t("figures.quarantined"), value: String(quarantined) },
    { term: t("figures.undelivered"), value: String(undelivered) },
    { term: t("figures.firstAnswer"), value: median === null ? "–" : t("hours", { hours: median / 60 }) },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
      {shown.map(({ term, value }) => (
        <div key={term} className="flex flex-col-reverse justify-end bg-surface p-3">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="tabular font-serif text-xl font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
