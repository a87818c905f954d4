import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { InterestForm } from "@/components/admin/interests/form";
import { InterestList } from "@/components/admin/interests/list";
import { PasswordForm } from "@/components/admin/people/password-form";
import { Button } from "@/components/ui/button";
import { listInterests } from "@/lib/interests/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { signOutEverywhereAction } from "@/lib/staff/actions";
import { countOwnLogins, getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.account")("title") };
}

export default async function AccountPage() {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.account");
  const interests = getTranslator(locale, "admin.interest");
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")}>
      <h2 className="text-xl">{t("password")}</h2>
      <PasswordForm email={staff.email} />
      <h2 className="text-xl">{interests("title")}</h2>
      <p className="max-w-prose">{interests("lead")}</p>
      <InterestList locale={locale} interests={await listInterests(staff, "own")} />
      <InterestForm />
      <h2 className="text-xl">{t("sessions")}</h2>
      <form action={signOutEverywhereAction} className="space-y-3">
        <p>{t("sessionCount", { count: await countOwnLogins(staff) })}</p>
        <Button look="danger">{t("signOutEverywhere")}</Button>
      </form>
    </AdminPage>
  );
}
