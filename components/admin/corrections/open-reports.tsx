import type { OpenReport } from "@/lib/corrections/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Moment } from "../moment";

/** The reports about a listing that wait, each with the way to it. */
export function OpenReports({ locale, reports }: { locale: Locale; reports: readonly OpenReport[] }) {
  if (reports.length === 0) return null;
  const topics = getTranslator(locale, "corrections.topics");
  return (
    <section aria-labelledby="reports-title" className="rounded-md border-l-4 border-warning bg-warning-soft p-4">
      <h2 id="reports-title" className="text-lg">
        {getTranslator(locale, "admin.correction")("stillOpen")}
      </h2>
      <ul>
        {reports.map(({ id, reference, topic, createdAt }) => (
          <li key={id}>
            {/* Nothing may prefetch this link: opening a correction is audited. */}
            <a href={`/admin/corrections/${id}`} className="text-link inline-flex min-h-11 items-center font-semibold">
              {reference}: {topics(topic)}
            </a>{" "}
            <Moment locale={locale} at={createdAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
