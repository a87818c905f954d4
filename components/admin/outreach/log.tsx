import { ListingName, listingTitle } from "@/components/listings/listing-name";
import { contactNumber } from "@/lib/outreach/number";
import type { OutreachEntry } from "@/lib/outreach/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Moment } from "../moment";
import { OutreachOutcomeForm } from "./outcome-form";

interface OutreachLogProps {
  locale: Locale;
  inquiryId: string;
  /** The newest first. */
  log: OutreachEntry[];
  /** The contact whose outcome is being noted. */
  noting: string | undefined;
  /** No outcome can be recorded any more. */
  isClosed: boolean;
}

/** Who contacted which place, when and how; what the place was told, what it answered, and the next step. */
export function OutreachLog({ locale, inquiryId, log, noting, isClosed }: OutreachLogProps) {
  const t = getTranslator(locale, "admin.outreach");
  return (
    <section aria-labelledby="outreach-log" className="space-y-3">
      <h3 id="outreach-log" className="text-lg">
        {t("log")}
      </h3>
      {log.length === 0 && <p>{t("noLog")}</p>}
      <ol className="grid gap-3">
        {log.map((entry) => (
          <li key={entry.id} id={`contact-${entry.id}`} className="border-l-2 border-line pl-3">
            <Entry locale={locale} entry={entry} />
            {/* A mail that was stopped can have no outcome. */}
            {!isClosed && entry.mail?.state !== "cancelled" && (
              <Noting locale={locale} inquiryId={inquiryId} entry={entry} isOpen={noting === entry.id} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface NotingProps {
  locale: Locale;
  inquiryId: string;
  entry: OutreachEntry;
  isOpen: boolean;
}

function Noting({ locale, inquiryId, entry: { id, listing, outcome, nextStep }, isOpen }: NotingProps) {
  const t = getTranslator(locale, "admin.outreach");
  if (isOpen) return <OutreachOutcomeForm id={id} inquiryId={inquiryId} outcome={outcome} nextStep={nextStep} />;
  return (
    <a
      href={`/admin/inquiries/${inquiryId}?outreach=${id}#contact-${id}`}
      className="text-link inline-flex min-h-11 items-center"
    >
      {t(outcome ? "change" : "note")}
      <span className="sr-only">: {listingTitle(locale, listing)}</span>
    </a>
  );
}

function Entry({ locale, entry }: { locale: Locale; entry: OutreachEntry }) {
  const t = getTranslator(locale, "admin.outreach");
  const fields = getTranslator(locale, "admin.inquiry.shared");
  const { id, listing, contactedAt, way, mail, staffName, shared, outcome, nextStep } = entry;
  const isStopped = mail?.state === "cancelled";
  return (
    <>
      <p className="font-semibold wrap-anywhere">
        <ListingName locale={locale} place={listing} isWhole />
      </p>
      <p className="text-sm text-muted">
        <Moment locale={locale} at={contactedAt} /> · {t(`wayOf.${way}`)} · {staffName ?? t("departed")}
      </p>
      <p className="text-sm">
        {shared.length > 0
          ? t(mail && mail.state !== "sent" ? "inMail" : "shared", {
              fields: shared.map((field) => fields(field)).join(", "),
            })
          : t("sharedNothing")}
      </p>
      {mail && (
        <>
          <p className="text-sm wrap-anywhere">
            {t("to")} {mail.email} · {t("number", { number: contactNumber(id) })}
          </p>
          <p className={mail.state === "queued" || mail.state === "sent" ? "" : "font-semibold text-danger"}>
            {t(`mailState.${mail.state}`, { moment: mail.sentAt ? formatMoment(locale, mail.sentAt) : "" })}
          </p>
        </>
      )}
      {!isStopped && (
        <p>
          {outcome ? t(`outcomes.${outcome}`) : t("noOutcome")}
          {nextStep && <> · {t(`steps.${nextStep}`)}</>}
        </p>
      )}
    </>
  );
}
