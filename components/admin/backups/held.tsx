import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { dropHeldMailsAction, releaseHeldMailsAction } from "@/lib/backups/actions";
import type { HeldMails } from "@/lib/backups/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";

/** What waits since a restore, and the two decisions about it. */
export function HeldNotice({ locale, held }: { locale: Locale; held: HeldMails }) {
  const t = getTranslator(locale, "admin.backup.held");
  const { mails, notices, restoredAt, backupMadeAt } = held;
  return (
    <Notice tone="warning" title={t("title", { count: mails + notices })}>
      {restoredAt && backupMadeAt && (
        <p>{t("since", { moment: formatMoment(locale, restoredAt), backup: formatMoment(locale, backupMadeAt) })}</p>
      )}
      <p>{t("counts", { mails, notices })}</p>
      <p>{t("permission")}</p>
      <p>{t("forGood")}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <StaffForm name="release" action={releaseHeldMailsAction}>
          <Button>{t("release")}</Button>
        </StaffForm>
        <StaffForm name="drop" action={dropHeldMailsAction}>
          <Button look="danger">{t("drop")}</Button>
        </StaffForm>
      </div>
    </Notice>
  );
}
