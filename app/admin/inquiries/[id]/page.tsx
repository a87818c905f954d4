import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { InquiryBadge } from "@/components/admin/inquiries/badge";
import { InquiryConsent } from "@/components/admin/inquiries/consent";
import { InquiryNotes } from "@/components/admin/inquiries/notes";
import { InquiryPerson } from "@/components/admin/inquiries/person";
import { InquiryWorkForm } from "@/components/admin/inquiries/work-form";
import { UndoLast } from "@/components/admin/undos/undo-last";
import { OutreachSection } from "@/components/admin/outreach/section";
import { findListingsNamed } from "@/lib/choices/queries";
import { findNextInquiry, listAssignable, listNotes } from "@/lib/desk/admin-queries";
import { viewInquiry } from "@/lib/inquiries/admin-queries";
import { erasurePath } from "@/lib/inquiries/paths";
import { getOutreachDesk } from "@/lib/outreach/admin-queries";
import { MAX_TEXT_LENGTH } from "@/lib/search/filters";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";
import { findUndoable } from "@/lib/undos/admin-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.inquiry")("title") };
}

export default async function InquiryPage({ params, searchParams }: PageProps<"/admin/inquiries/[id]">) {
  const staff = await requireStaff("outreach");
  const inquiry = await viewInquiry(staff, (await params).id);
  if (!inquiry) notFound();
  const { id, version, status, assignee, erasedAt, firstAnsweredAt } = inquiry;
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const { done, ...asked } = await searchParams;
  const textOf = (name: string) => [asked[name]].flat()[0]?.replaceAll("\0", "");
  const sought = textOf("find")?.trim().slice(0, MAX_TEXT_LENGTH) ?? "";
  const [desk, found, notes, members, next] = await Promise.all([
    getOutreachDesk(staff, id, textOf("place")),
    findListingsNamed(sought),
    listNotes(staff, id),
    listAssignable(staff),
    findNextInquiry(staff, id),
  ]);
  const shownNotes = notes.map(({ writtenAt, ...note }) => ({ ...note, at: formatMoment(locale, writtenAt) }));
  const badge = <InquiryBadge locale={locale} status={status} />;
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={inquiry.reference}
      aside={badge}
      done={done}
      words={["reference", "permission", "due", "placeNumber"]}
    >
      <InquiryPerson locale={locale} inquiry={inquiry} />
      <InquiryConsent locale={locale} id={id} consents={inquiry.consents} />
      <OutreachSection {...{ locale, inquiry, desk, sought, found }} noting={textOf("outreach")} />
      {!erasedAt && (
        <>
          <h2 className="text-xl">{t("desk.work")}</h2>
          <UndoLast locale={locale} undoable={await findUndoable(staff, "inquiry", id)} />
          <InquiryWorkForm
            id={id}
            version={version}
            status={status}
            assigneeId={assignee?.id ?? null}
            members={members}
            hasAnswered={firstAnsweredAt !== null}
          />
          <InquiryNotes id={id} notes={shownNotes} />
          <p>
            <a href={erasurePath(id)} className="inline-flex min-h-11 items-center font-semibold text-danger underline">
              {t("erasure.link")}
            </a>
          </p>
        </>
      )}
      <p className="flex flex-wrap gap-x-6">
        {next && (
          <a href={`/admin/inquiries/${next}`} className="text-link inline-flex min-h-11 items-center">
            {t("desk.next")}
          </a>
        )}
        <a href="/admin/inquiries" className="text-link inline-flex min-h-11 items-center">
          {t("inquiry.back")}
        </a>
      </p>
    </AdminPage>
  );
}
