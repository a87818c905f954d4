import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { CallForm } from "@/components/admin/listings/call-form";
import { PhoneLink } from "@/components/listings/phone-link";
import { Notice } from "@/components/ui/notice";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import { fullTitle } from "@/lib/facts/listing-title";
import { hasInterest } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { CALL_FACTS } from "@/lib/listings/call-facts";
import { formatAsOf, today } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.call")("title") };
}

export default async function CallPage({ params }: PageProps<"/admin/listings/[id]/call">) {
  const staff = await requireStaff("editor");
  const listing = await getListing(staff, (await params).id);
  if (!listing) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "facts");
  const { id, values } = listing;
  const facts = new Map(listing.facts.map((fact) => [fact.attribute, fact]));
  const known = (code: string) => {
    const fact = facts.get(code);
    if (!fact?.source || !fact.asOf) return t("call.notKnown");
    const date = formatAsOf(locale, fact.asOf, fact.asOfPrecision ?? "day");
    return t("call.known", { answer: t(`form.${fact.value}`), source: words(`source.${fact.source}`), date });
  };
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={t("call.heading", { place: fullTitle(values) })}
    >
      <a href={`/admin/listings/${id}`} className="text-link inline-flex min-h-11 items-center">
        {t("call.back")}
      </a>
      <p>
        {values.phone ? (
          <PhoneLink locale={locale} place={values} phone={values.phone} extension={values.phoneExtension} />
        ) : (
          t("call.noPhone")
        )}
      </p>
      {(await hasInterest(staff.staffId, id)) ? (
        <Notice tone="warning">{t("interest.notice")}</Notice>
      ) : (
        <>
          <blockquote className="max-w-prose border-l-2 border-accent pl-4">{t("call.script")}</blockquote>
          <CallForm
            listingId={id}
            today={today()}
            questions={CALL_FACTS.map((fact) => ({ fact, question: attributeLabel(locale, fact), known: known(fact) }))}
          />
        </>
      )}
    </AdminPage>
  );
}
