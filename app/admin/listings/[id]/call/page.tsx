import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { CallForm } from "@/components/admin/calls/form";
import { admissionQuestions, factQuestions } from "@/components/admin/calls/questions";
import { PhoneLink } from "@/components/listings/phone-link";
import { Notice } from "@/components/ui/notice";
import { fullTitle } from "@/lib/facts/listing-title";
import { hasInterest } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { today } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { mayAct } from "@/lib/staff/roles";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.call")("title") };
}

export default async function CallPage({ params, searchParams }: PageProps<"/admin/listings/[id]/call">) {
  const staff = await requireStaff();
  const listing = await getListing(staff, (await params).id);
  if (!listing) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const { id, values } = listing;
  const mayRecord = mayAct(staff.role, "editor");
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      done={(await searchParams).done}
      title={t("call.heading", { place: fullTitle(values) })}
    >
      <a
        href={mayRecord ? `/admin/listings/${id}` : "/admin/re-checks"}
        className="text-link inline-flex min-h-11 items-center"
      >
        {t(mayRecord ? "call.back" : "call.backToQueue")}
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
            facts={factQuestions(locale, listing)}
            admissions={admissionQuestions(locale, listing)}
            mayRecord={mayRecord}
          />
        </>
      )}
    </AdminPage>
  );
}
