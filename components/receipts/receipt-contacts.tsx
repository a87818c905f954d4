import { ListingName } from "@/components/listings/listing-name";
import type { OutreachContact } from "@/lib/outreach/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Each place we contacted: when, how, what we told it, and the outcome. */
export function ReceiptContacts({ locale, contacts }: { locale: Locale; contacts: OutreachContact[] }) {
  const t = getTranslator(locale, "receipt");
  return (
    <section aria-labelledby="contacts" className="grid gap-3">
      <h2 id="contacts" className="text-2xl">
        {t("contacts.title")}
      </h2>
      {contacts.length === 0 && <p>{t("contacts.none")}</p>}
      <ol className="grid gap-4">
        {contacts.map((contact) => (
          <li key={contact.id} className="rounded-md border border-line bg-surface p-4">
            <Contact locale={locale} contact={contact} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Contact({ locale, contact }: { locale: Locale; contact: OutreachContact }) {
  const t = getTranslator(locale, "receipt");
  const { place, way, mail, contactedAt, shared, outcome, nextStep } = contact;
  const isTold = !mail || mail.state === "sent";
  const isStopped = mail?.state === "cancelled";
  return (
    <>
      <p className="font-semibold">
        <ListingName locale={locale} place={place} isWhole />
      </p>
      <p className="wrap-anywhere">
        {t(`contacts.way.${way}`, { moment: formatMoment(locale, contactedAt), address: mail?.email ?? "" })}
      </p>
      {mail && (
        <p>{t(`contacts.mail.${mail.state}`, { moment: mail.sentAt ? formatMoment(locale, mail.sentAt) : "" })}</p>
      )}
      <p>
        {shared.length > 0
          ? t(isTold ? "contacts.shared" : "contacts.inMail", {
              fields: shared.map((field) => t(`shared.${field}`)).join(", "),
            })
          : t("contacts.sharedNothing")}
      </p>
      {!isStopped && (isTold || outcome) && <p>{t(`contacts.outcome.${outcome ?? "unknown"}`)}</p>}
      {nextStep && nextStep !== "none" && <p>{t(`contacts.nextStep.${nextStep}`)}</p>}
    </>
  );
}
