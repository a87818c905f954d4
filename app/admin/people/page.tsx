import type { Metadata } from "next";
import { AddMemberForm } from "@/components/admin/people/add-member-form";
import { AdminPage } from "@/components/admin/admin-page";
import { InterestList } from "@/components/admin/interests/list";
import { MemberList } from "@/components/admin/people/member-list";
import { RemovedList } from "@/components/admin/people/removed-list";
import { listInterests } from "@/lib/interests/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms, listMembers, listRemovedMembers } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.people")("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const staff = await requireStaff("admin");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.people");
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={(await searchParams).done}>
      <MemberList locale={locale} members={await listMembers(staff)} />
      <RemovedList locale={locale} members={await listRemovedMembers(staff)} />
      <h2 className="text-xl">{t("add")}</h2>
      <AddMemberForm />
      <h2 className="text-xl">{getTranslator(locale, "admin.interest")("title")}</h2>
      <InterestList locale={locale} interests={await listInterests(staff, "all")} mayEnd />
    </AdminPage>
  );
}
