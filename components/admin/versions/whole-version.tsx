import { Notice } from "@/components/ui/notice";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { versionsPath } from "@/lib/versions/paths";
import type { VersionedRecord, WholeVersion as Whole } from "@/lib/versions/types";
import { Moment } from "../moment";
import { ActLine } from "./act-line";
import { ChangeList } from "./change-list";
import { fieldLabel, valueWords } from "./field-words";
import { RestoreForm } from "./restore-form";

interface WholeVersionProps {
  locale: Locale;
  record: VersionedRecord;
  version: Whole;
}

/** Enough for every text that a form takes. */
const ALL_LINES = 5000;

/** One version: what the change did, what bringing it back would change, and the whole record. */
export function WholeVersion({ locale, record, version }: WholeVersionProps) {
  const t = getTranslator(locale, "admin.versions");
  const labels = (fields: readonly string[]) => fields.map((field) => fieldLabel(locale, record, field)).join(", ");
  const { act, changes, toToday, untold, values } = version;
  return (
    <article className="max-w-4xl space-y-6">
      <header className="space-y-2">
        <p>
          <a href={versionsPath(record)} className="text-link inline-flex min-h-11 items-center">
            {t("all")}
          </a>
        </p>
        <h2 className="text-xl">{act ? <Moment locale={locale} at={act.at} /> : t("first")}</h2>
        <ActLine locale={locale} row={version} />
      </header>
      {untold.length > 0 && (
        <Notice tone="warning" title={t("untoldTitle")}>
          {t("untold", { fields: labels(untold) })}
        </Notice>
      )}
      {changes.length > 0 && (
        <section className="space-y-3">
          <h3 className="text-lg">{t("changed")}</h3>
          <ChangeList locale={locale} record={record} changes={changes} limit={ALL_LINES} />
        </section>
      )}
      <section className="space-y-3">
        <h3 className="text-lg">{t("toToday")}</h3>
        {toToday.length === 0 ? (
          <p>{t("same")}</p>
        ) : (
          <>
            <ChangeList
              locale={locale}
              record={record}
              changes={toToday}
              limit={ALL_LINES}
              sides={[t("todaySide"), t("thenSide")]}
            />
            <RestoreForm locale={locale} record={record} version={version} elsewhere={labels(version.elsewhere)} />
          </>
        )}
      </section>
      <details>
        <summary className="py-2.5 text-accent">{t("whole")}</summary>
        <dl className="space-y-2 py-2">
          {Object.entries(values).map(([field, text]) => (
            <div key={field}>
              <dt className="font-semibold">{fieldLabel(locale, record, field)}</dt>
              <dd className="wrap-anywhere whitespace-pre-wrap">{valueWords(locale, field, text) || "–"}</dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
