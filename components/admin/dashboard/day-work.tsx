import type { DayTask } from "@/lib/desk/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What waits for the member who looks; every figure leads to the list of just that. */
export function DayWork({ locale, tasks }: { locale: Locale; tasks: readonly DayTask[] }) {
  const t = getTranslator(locale, "admin.dayWork");
  return (
    <section aria-labelledby="day-work" className="space-y-2">
      <h2 id="day-work" className="text-xl">
        {t("title")}
      </h2>
      {tasks.length === 0 && <p>{t("none")}</p>}
      <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface empty:hidden">
        {tasks.map(({ key, path, count }) => (
          <li key={key}>
            <a href={path} className="group flex min-h-12 items-baseline gap-4 px-4 py-2 hover:bg-accent-soft">
              <span className="tabular w-12 shrink-0 text-right font-serif text-xl font-semibold">
                {count.toLocaleString(locale)}
              </span>
              <span className="text-accent group-hover:underline">{t(key, { count })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
