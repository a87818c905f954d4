import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { VersionRow } from "@/lib/versions/types";
import { ActionWords, actorWords } from "../audit/table";
import { Badge } from "@/components/ui/badge";

/** Who did what, and what they wrote down with it. */
export function ActLine({ locale, row: { act, remarks, isToday } }: { locale: Locale; row: VersionRow }) {
  const t = getTranslator(locale, "admin.versions");
  return (
    <>
      {act && (
        <p className="text-sm text-muted">
          {act.member ?? actorWords(locale, act.actorName)} · <ActionWords locale={locale} action={act.action} />
        </p>
      )}
      {isToday && (
        <p>
          <Badge tone="success">{t("today")}</Badge>
        </p>
      )}
      {Object.entries(remarks).map(([name, text]) => (
        <p key={name} className="wrap-anywhere whitespace-pre-wrap">
          {t(`remarks.${name as keyof typeof remarks}`)}: {text}
        </p>
      ))}
    </>
  );
}
