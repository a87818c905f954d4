import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { NewPostForm } from "@/components/admin/posts/new-post-form";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.post")("new") };
}

export default async function NewPostPage() {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={getTranslator(locale, "admin.post")("new")}>
      <NewPostForm />
    </AdminPage>
  );
}
