import type { AuditRow } from "@/lib/staff/types";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "../with-parameters";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

const COLUMNS = ["at", "actor", "action", "subject", "changes"] as const;

/** Events as they were recorded, each with its fields before and after. */
export function AuditTable({ locale, rows }: { locale: Locale; rows: AuditRow[] }) {
  const t = getTranslator(locale, "admin.audit");
  const cells = ({ at, member, actorName, action, subjectType, subjectId, subject, changes }: AuditRow) => [
    <Moment key="at" locale={locale} at={at} />,
    member ?? actorWords(locale, actorName),
    <ActionWords key="action" locale={locale} action={action} />,
    <a key="subject" href={withParameters("/admin/audit", { subjectType, subjectId })} className="text-link">
      {subject ?? settingWords(locale, subjectId) ?? subjectId.slice(-6)}
    </a>,
    changes.length > 0 && (
      <Changes key="changes" locale={locale} changes={changes} words={fieldWords(locale, subjectType)} />
    ),
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={rows.map((row) => ({ id: row.id, cells: cells(row) }))}
    />
  );
}

/** Who acted when no member did; events from before that was kept say no more than the system. */
export function actorWords(locale: Locale, name: string | null): string {
  const { system, actors } = messagesOf(locale).admin.audit;
  const words: Record<string, string> = actors;
  return name === null ? system : (words[name] ?? name);
}

/** What the settings page calls a setting, which is its own id. */
function settingWords(locale: Locale, key: string): string | undefined {
  const words: Record<string, string> = messagesOf(locale).admin.settings.keys;
  return words[key];
}

type ActionKey = Parameters<ReturnType<typeof getTranslator<"admin.audit.actions">>>[0];

/** The action in words; an action without words is shown as it was recorded. */
export function ActionWords({ locale, action }: { locale: Locale; action: string }) {
  const t = getTranslator(locale, "admin.audit.actions");
  return t.has(action as ActionKey) ? t(action as ActionKey) : <code>{action}</code>;
}

/** The labels of the editors' fields; other fields are shown as they were recorded. */
function fieldWords(locale: Locale, subjectType: string): Record<string, string> {
  const { table, listing, operator, post, facts, settings } = messagesOf(locale).admin;
  const check = { attribute: facts.columns.attribute, value: facts.columns.value, asOf: facts.asOf };
  const ofSubject: Record<string, object> = {
    listing: { ...listing.fields, ...check, evidence: facts.evidence },
    operator: operator.fields,
    post: post.fields,
    setting: { checkedOn: settings.fields.checkedOn },
  };
  return { status: table.status, ...ofSubject[subjectType] };
}

interface ChangesProps {
  locale: Locale;
  changes: AuditRow["changes"];
  /** Fields in words. */
  words: Record<string, string>;
}

function Changes({ locale, changes, words }: ChangesProps) {
  const t = getTranslator(locale, "admin.audit");
  // A new record had nothing before.
  const isNew = changes.every(({ before }) => before === "");
  return (
    <details>
      <summary className="min-h-6 text-accent">{t("changes", { count: changes.length })}</summary>
      <dl className="max-w-md min-w-48 space-y-2 py-2 wrap-anywhere">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt className="font-semibold">{words[field] ?? field}</dt>
            {!isNew && (
              <dd className="whitespace-pre-wrap">
                {t("before")}: {before || "–"}
              </dd>
            )}
            <dd className="whitespace-pre-wrap">
              {t("after")}: {after || "–"}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
