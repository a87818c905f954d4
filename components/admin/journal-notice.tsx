import { Notice } from "@/components/ui/notice";
import type { JournalTrouble } from "@/lib/replays/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Says that the journal is not whole, and what to do: until then a restored backup would undo what people decided. */
export function JournalNotice({ locale, trouble }: { locale: Locale; trouble: JournalTrouble }) {
  const t = getTranslator(locale, "admin.journal");
  const { folder, keptDays } = trouble;
  const { missingLines, newestMissingAt, damaged } = trouble.state === "read" ? trouble : NOTHING_KNOWN;
  const [firstDamaged] = damaged;
  return (
    <Notice tone="warning" title={<Title locale={locale} trouble={trouble} />}>
      <p>{t("what")}</p>
      <p className="mt-2 wrap-anywhere">
        {t("folder")} <code>{folder}</code>
      </p>
      {newestMissingAt && missingLines > 0 && <p>{t("newest", { moment: formatMoment(locale, newestMissingAt) })}</p>}
      {firstDamaged && <p className="wrap-anywhere">{t("damaged", { count: damaged.length, line: firstDamaged })}</p>}
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>{t("look")}</li>
        <li>{newestMissingAt ? t("lost", { moment: minuteAfter(locale, newestMissingAt) }) : t("lostLines")}</li>
        <li>{t("machines")}</li>
      </ul>
      <p className="mt-2">{t(damaged.length > 0 ? "endsDamaged" : "ends", { days: keptDays })}</p>
    </Notice>
  );
}

const MINUTE_MS = 60_000;

/** Moments are shown to the minute: a backup of the same one may be older. */
function minuteAfter(locale: Locale, at: Date): string {
  return formatMoment(locale, new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS));
}

const NOTHING_KNOWN = { missingLines: 0, newestMissingAt: null, damaged: [] as string[] };

function Title({ locale, trouble }: { locale: Locale; trouble: JournalTrouble }) {
  const t = getTranslator(locale, "admin.journal");
  if (trouble.state === "unreadable") return t("unreadable", { code: trouble.code });
  return trouble.missingLines > 0
    ? t("titleMissing", { count: trouble.missingLines })
    : t("titleDamaged", { count: trouble.damaged.length });
}
