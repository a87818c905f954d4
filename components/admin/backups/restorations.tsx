import type { DoneAgain, RestorationEntry } from "@/lib/backups/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Moment } from "../moment";

const ALARMING = ["linesMissing", "linesDamaged"] as const;

interface RestorationsProps {
  locale: Locale;
  restorations: RestorationEntry[];
}

/** When a backup was brought back, from which, and what was done beside: also when no mail waited then. */
export function Restorations({ locale, restorations }: RestorationsProps) {
  const t = getTranslator(locale, "admin.backup.restores");
  return (
    <section className="space-y-3" aria-labelledby="restores">
      <h2 id="restores" className="text-xl">
        {t("title")}
      </h2>
      {restorations.length === 0 && <p>{t("none")}</p>}
      <ol className="grid gap-3">
        {restorations.map(({ id, at, fileName, backupMadeAt, doneAgain, held, decision }) => (
          <li key={id} className="grid gap-1 rounded-md border border-line bg-surface p-4">
            <p className="font-semibold">
              <Moment locale={locale} at={at} />
            </p>
            <p>{t("asOf", { moment: formatMoment(locale, backupMadeAt) })}</p>
            <p className="text-sm wrap-anywhere text-muted">{fileName}</p>
            {doneAgain ? <DoneAgainWords locale={locale} doneAgain={doneAgain} /> : <p>{t("notRecorded")}</p>}
            <MailWords locale={locale} held={held} decision={decision} />
          </li>
        ))}
      </ol>
    </section>
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
  if (!decision) return <p>{t(held > 0 ? "waiting" : "noneWaited", { count: held })}</p>;
  const { outcome, at, by } = decision;
  const moment = formatMoment(locale, at);
  const words =
    by === null ? t(outcome, { count: held, moment }) : t(`${outcome}By`, { count: held, moment, member: by });
  return <p className="wrap-anywhere">{words}</p>;
}
