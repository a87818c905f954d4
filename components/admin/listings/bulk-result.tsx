import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { undoManyAction } from "@/lib/listing-table/actions";
import type { BulkResult as Result } from "@/lib/listing-table/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";
import { ChangeList, MoveList, RefusalList } from "./bulk-lists";

/** What an act did to which listings; within a day the button that takes it back. */
export function BulkResult({ locale, result }: { locale: Locale; result: Result }) {
  const t = getTranslator(locale, "admin.bulk");
  const { id, act, doneAt, by, moves, total, rows, refused, mayUndo, undone } = result;
  const who = (name: string | null) => name ?? t("somebody");
  return (
    <>
      {undone && (
        <Notice
          tone={undone.kept.length > 0 ? "warning" : "info"}
          title={t("undone", { moment: formatMoment(locale, undone.at), member: who(undone.by) })}
        >
          {undone.kept.length > 0 && (
            <>
              <p>{t("leftAlone", { total: undone.kept.length })}</p>
              <RefusalList locale={locale} rows={undone.kept} />
            </>
          )}
        </Notice>
      )}
      <p className="text-lg font-semibold">{t(`did.${act}`, { total })}</p>
      <p className="text-muted">{t("doneBy", { moment: formatMoment(locale, doneAt), member: who(by) })}</p>
      <MoveList locale={locale} moves={moves} />
      {mayUndo ? (
        <StaffForm name="undo" action={undoManyAction} className="space-y-2">
          <input type="hidden" name="id" value={id} />
          <Button look="quiet">{t("undo")}</Button>
          <p className="text-sm text-muted">{t("undoMeans")}</p>
        </StaffForm>
      ) : (
        !undone && <p className="text-muted">{t("tooLate")}</p>
      )}
      {refused.length > 0 && (
        <Notice tone="warning" title={t("leftAlone", { total: refused.length })}>
          <RefusalList locale={locale} rows={refused} />
        </Notice>
      )}
      <section className="space-y-2">
        <h2 className="text-xl">{t("listings")}</h2>
        <ChangeList locale={locale} rows={rows} />
      </section>
    </>
  );
}
