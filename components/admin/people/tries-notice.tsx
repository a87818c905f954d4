import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { readTriesAction } from "@/lib/staff/actions";
import type { FailedTries } from "@/lib/staff/types";
import { StaffForm } from "../staff-forms";

/** Tells the member of wrong passwords at their own account, until they say that they have read it. */
export function TriesNotice({ locale, tries }: { locale: Locale; tries: FailedTries }) {
  const t = getTranslator(locale, "admin.tries");
  const { count, unknown, since, until } = tries;
  return (
    <Notice tone="warning" title={t("title", { count, moment: formatMoment(locale, since) })} role="alert">
      <p>{t("lead", { unknown })}</p>
      <StaffForm name="tries" action={readTriesAction} className="mt-3 flex flex-wrap items-center gap-4">
        <input type="hidden" name="until" value={until.toISOString()} />
        <Button look="quiet">{t("read")}</Button>
        <a href="/admin/account" className="text-link inline-flex min-h-11 items-center">
          {t("change")}
        </a>
      </StaffForm>
    </Notice>
  );
}
