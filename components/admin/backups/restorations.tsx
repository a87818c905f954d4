import type { DoneAgain, RestorationEntry } from "@/lib/backups/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

const COLUMNS = ["at", "from", "doneAgain", "mails"] as const;
const ALARMING = ["linesMissing", "linesDamaged"] as const;

interface RestorationTableProps {
  locale: Locale;
  restorations: RestorationEntry[];
}

/** When a backup was brought back, from which, and what was done beside: also when no mail waited then. */
export function RestorationTable({ locale, restorations }: RestorationTableProps) {
  const t = getTranslator(locale, "admin.backup.restores");
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={restorations.map(({ id, at, fileName, backupMadeAt, doneAgain, held, decision }) => ({
        id,
        cells: [
          <Moment key="at" locale={locale} at={at} />,
          <div key="from" className="grid min-w-56 gap-1">
            <p>{t("asOf", { moment: formatMoment(locale, backupMadeAt) })}</p>
            <p className="wrap-anywhere text-muted">{fileName}</p>
          </div>,
          <div key="doneAgain" className="grid min-w-48 gap-1">
            {doneAgain ? <DoneAgainWords locale={locale} doneAgain={doneAgain} /> : <p>{t("notRecorded")}</p>}
          </div>,
          <div key="mails" className="min-w-48 wrap-anywhere">
            <MailWords locale={locale} held={held} decision={decision} />
          </div>,
        ],
      }))}
    />
  );
}

function DoneAgainWords({ locale, doneAgain }: { locale: Locale; doneAgain: DoneAgain }) {
  const t = getTranslator(locale, "admin.backup.restores");
  const { actsDoneAgain, passwordsVoided } = doneAgain;
  return (
    <>
      <p>{t("actsDoneAgain", { count: actsDoneAgain })}</p>
      {passwordsVoided > 0 && <p>{t("passwordsVoided", { count: passwordsVoided })}</p>}
      {ALARMING.filter((key) => doneAgain[key] > 0).map((key) => (
        <p key={key} className="font-semibold text-danger">
          {t(key, { count: doneAgain[key] })}
        </p>
      ))}
    </>
  );
}

function MailWords({ locale, held, decision }: { locale: Locale } & Pick<RestorationEntry, "held" | "decision">) {
  const t = getTranslator(locale, "admin.backup.restores");
  if (!decision) return t(held > 0 ? "waiting" : "noneWaited", { count: held });
  const { outcome, at, by } = decision;
  const moment = formatMoment(locale, at);
  return by === null ? t(outcome, { count: held, moment }) : t(`${outcome}By`, { count: held, moment, member: by });
}
