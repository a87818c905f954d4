import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { CorrectionBadge } from "@/components/admin/corrections/badge";
import { CorrectionDecision } from "@/components/admin/corrections/decision";
import { CorrectionWords } from "@/components/admin/corrections/words";
import { CorrectedListing } from "@/components/admin/corrections/corrected-listing";
import { UndoLast } from "@/components/admin/undos/undo-last";
import { Notice } from "@/components/ui/notice";
import { attributeGroups } from "@/components/admin/listings/fact-panel";
import { viewCorrection } from "@/lib/corrections/admin-queries";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import { factOf } from "@/lib/facts/facts";
import { hasInterest } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { CALL_FACTS } from "@/lib/calls/call-facts";
import { today } from "@/lib/shared/dates";
import { getTranslator, messagesOf } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";
import { findUndoable } from "@/lib/undos/admin-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.correction")("title") };
}

export default async function CorrectionPage({ params, searchParams }: PageProps<"/admin/corrections/[id]">) {
  const staff = await requireStaff("editor");
  const correction = await viewCorrection(staff, (await params).id);
  if (!correction) notFound();
  const listing = await getListing(staff, correction.listing.id);
  if (!listing) notFound();
  const interested = await hasInterest(staff.staffId, listing.id);
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const facts = new Map(listing.facts.map((fact) => [fact.attribute, fact]));
  const questions = CALL_FACTS.map((fact) => {
    const known = t("correction.opened", { answer: t(`form.${factOf(facts, fact).value}`) });
    return { fact, question: attributeLabel(locale, fact), known };
  });
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      title={correction.reference}
      done={(await searchParams).done}
      aside={<CorrectionBadge locale={locale} status={correction.status} />}
    >
      <UndoLast locale={locale} undoable={await findUndoable(staff, "correction", correction.id)} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <div className="space-y-6 lg:sticky lg:top-4">
          <CorrectionWords locale={locale} correction={correction} />
          <CorrectedListing locale={locale} listing={listing} showsLicenses={correction.topic === "license"} />
        </div>
        {interested ? (
          <Notice tone="warning">{t("correction.interested")}</Notice>
        ) : (
          <CorrectionDecision
            {...correction}
            listing={{ version: listing.version, values: listing.values }}
            kinds={messagesOf(locale).listings.kind}
            questions={questions}
            known={listing.facts.filter(({ value }) => value !== "unknown")}
            groups={attributeGroups(locale)}
            today={today()}
            staffLocale={locale}
          />
        )}
      </div>
      <p>
        <a href="/admin/corrections" className="text-link">
          {t("correction.back")}
        </a>
      </p>
    </AdminPage>
  );
}
