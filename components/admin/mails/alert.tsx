import { Notice } from "@/components/ui/notice";
import type { MailDelay } from "@/lib/mails/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface MailAlertProps {
  locale: Locale;
  delay: MailDelay;
  /** Whether this member may see which ones. */
  mayLook: boolean;
}

/** On every staff page while mails wait too long: somebody must look after the mail server or the worker. */
export function MailAlert({ locale, delay: { count, oldestAt }, mayLook }: MailAlertProps) {
  const t = getTranslator(locale, "admin.mail.alert");
  return (
    <div className="shell pt-4">
      <Notice tone="danger" title={t("title", { count })}>
        <p>{t("lead", { moment: formatMoment(locale, oldestAt) })}</p>
        {mayLook && (
          <a href="/admin/mails" className="text-link inline-flex min-h-11 items-center font-semibold">
            {t("look")}
          </a>
        )}
      </Notice>
    </div>
  );
}
