import type { FirstDayItem } from "@/lib/desk/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { TestMailForm } from "./test-mail-form";

/** The first-day checklist: open while something is to be done. */
export function FirstDay({ locale, items }: { locale: Locale; items: readonly FirstDayItem[] }) {
  const t = getTranslator(locale, "admin.firstDay");
  const done = items.filter(({ isDone }) => isDone).length;
  return (
    <details
      id="first-day"
      open={done < items.length}
      className="scroll-mt-4 rounded-md border border-line bg-surface p-4"
    >
      <summary className="min-h-11 cursor-pointer content-center">
        <h2 className="inline text-xl">{t("title")}</h2>{" "}
        <span className="text-muted">{t("done", { done, all: items.length })}</span>
      </summary>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <ul className="mt-2 divide-y divide-line">
        {items.map((item) => (
          <Item key={item.key} locale={locale} item={item} />
        ))}
      </ul>
    </details>
  );
}

function Item({ locale, item }: { locale: Locale; item: FirstDayItem }) {
  const t = getTranslator(locale, "admin.firstDay");
  const { key, isDone, path } = item;
  return (
    <li className="grid gap-x-4 py-3 sm:grid-cols-[6rem_1fr]">
      <p className={isDone ? "text-muted" : "font-semibold text-danger"}>{isDone ? t("isDone") : t("toDo")}</p>
      <div className="space-y-1">
        <h3 className="font-sans text-base font-semibold">{t(`items.${key}.name`)}</h3>
        {!isDone && <p className="max-w-prose">{t(`items.${key}.why`)}</p>}
        <Standing locale={locale} item={item} />
        {path && key !== "worker" && key !== "testMail" && (
          <a href={path} className="text-link inline-flex min-h-11 items-center">
            {t(`items.${key}.go`)}
          </a>
        )}
        {key === "testMail" && <TestMailForm />}
      </div>
    </li>
  );
}

/** What is known of it: by whom and when, or how it went. */
function Standing({ locale, item: { key, at, by, outcome } }: { locale: Locale; item: FirstDayItem }) {
  const t = getTranslator(locale, "admin.firstDay.items");
  if (!at) return null;
  const moment = formatMoment(locale, at);
  if (key === "helpNumbers")
    return <p>{by ? t("helpNumbers.by", { name: by, moment }) : t("helpNumbers.at", { moment })}</p>;
  if (key === "worker") return <p>{t("worker.at", { moment })}</p>;
  if (key === "backup") return <p>{t("backup.at", { moment })}</p>;
  if (key !== "testMail") return null;
  if (outcome === "sent") return <p>{t("testMail.sent", { moment })}</p>;
  if (outcome === "waits") return <p>{t("testMail.waits", { moment })}</p>;
  return <p className="font-semibold text-danger">{t("testMail.refused", { moment, code: outcome ?? "" })}</p>;
}
