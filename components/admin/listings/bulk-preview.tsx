import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changeManyAction } from "@/lib/listing-table/actions";
import type { BulkPreview as Preview } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";
import { ChangeList, MoveList, RefusalList } from "./bulk-lists";

interface BulkPreviewProps {
  locale: Locale;
  preview: Preview;
  /** The query of this page. */
  asked: string;
}

/** What would happen to how many, the first of them, those that are left alone, and the one button. */
export function BulkPreview({ locale, preview, asked }: BulkPreviewProps) {
  const t = getTranslator(locale, "admin.bulk");
  const { act, moves, total, sample, refused, shown } = preview;
  return (
    <>
      <p className="text-lg font-semibold">{t(`wouldDo.${act}`, { total })}</p>
      <MoveList locale={locale} moves={moves} />
      {total > 0 && (
        <section className="space-y-2">
          <h2 className="text-xl">{t("sample", { count: sample.length, total })}</h2>
          <ChangeList locale={locale} rows={sample} />
        </section>
      )}
      {refused.length > 0 && (
        <Notice tone="warning" title={t("leftAlone", { total: refused.length })}>
          <RefusalList locale={locale} rows={refused} />
        </Notice>
      )}
      {total > 0 && (
        <StaffForm name="bulk" action={changeManyAction} className="space-y-2">
          <input type="hidden" name="asked" value={asked} />
          <input type="hidden" name="shown" value={shown} />
          <Button look={act === "archive" ? "danger" : "primary"}>{t(`do.${act}`, { total })}</Button>
          <p className="text-sm text-muted">{t("undoable")}</p>
        </StaffForm>
      )}
    </>
  );
}
