import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { retryMailsAction } from "@/lib/outreach/actions";
import type { UndeliveredMail } from "@/lib/mails/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { StaffForm } from "../staff-forms";

const COLUMNS = ["reference", "kind", "state", "next", "attempts", "code", "since"] as const;
const TONE = {
  queued: "plain",
  held: "warning",
  paced: "warning",
  delayed: "warning",
  failed: "danger",
  bounced: "danger",
} as const;

/** Mails that have not arrived; those that are no longer tried have a button. */
export function MailTable({ locale, mails }: { locale: Locale; mails: UndeliveredMail[] }) {
  const t = getTranslator(locale, "admin.mail");
  const cells = (mail: UndeliveredMail) => [
    <a key="reference" href={`/admin/inquiries/${mail.inquiryId}`} className="text-link whitespace-nowrap">
      {mail.reference}
    </a>,
    isKnownKind(mail.kind) ? t(`kind.${mail.kind}`) : mail.kind,
    <Badge key="state" tone={TONE[mail.state]}>
      {t(`state.${mail.state}`)}
    </Badge>,
    nextOf(mail, locale),
    mail.attempts,
    mail.code ?? "–",
    formatMoment(locale, mail.createdAt),
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={COLUMNS.map((key) => ({ key, head: t(`columns.${key}`) }))}
      rows={mails.map((mail) => ({ id: mail.id, cells: cells(mail) }))}
    />
  );
}

export function mayRetry(mail: UndeliveredMail): boolean {
  return mail.obstacle === null && isOver(mail);
}

function isOver({ state }: UndeliveredMail): boolean {
  return state === "failed" || state === "bounced";
}

function nextOf(mail: UndeliveredMail, locale: Locale) {
  if (mail.nextTryAt) return formatMoment(locale, mail.nextTryAt);
  if (!isOver(mail)) return "–";
  if (mail.obstacle) return getTranslator(locale, "admin.mail")(`obstacle.${mail.obstacle}`);
  return <RetryButton locale={locale} mails={[mail]} />;
}

/** Has these mails tried again, with all tries. */
export function RetryButton({ locale, mails }: { locale: Locale; mails: UndeliveredMail[] }) {
  const t = getTranslator(locale, "admin.mail");
  const [first] = mails;
  return (
    <StaffForm name="retry" action={retryMailsAction}>
      {mails.map(({ id }) => (
        <input key={id} type="hidden" name="id" value={id} />
      ))}
      <Button look="quiet">
        {mails.length === 1 ? (
          <>
            {t("retry")} <span className="sr-only">{first?.reference}</span>
          </>
        ) : (
          t("retryAll", { count: mails.length })
        )}
      </Button>
    </StaffForm>
  );
}

const KNOWN_KINDS = ["team_notice", "acknowledgement", "erasure", "outreach"] as const;

function isKnownKind(kind: string): kind is (typeof KNOWN_KINDS)[number] {
  return KNOWN_KINDS.some((known) => known === kind);
}
