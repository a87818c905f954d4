import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { MailTable, mayRetry, RetryButton } from "@/components/admin/mails/table";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.mail")("title") };
}

export default async function MailsPage({ searchParams }: PageProps<"/admin/mails">) {
  const staff = await requireStaff("outreach");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.mail");
  const { mails, total } = await listUndelivered(staff);
  const stopped = mails.filter((mail) => mail.state === "failed" && mayRetry(mail));
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={(await searchParams).done}>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <p>{t("found", { total })}</p>
      {stopped.length > 1 && <RetryButton locale={locale} mails={stopped} />}
      {mails.length > 0 && <MailTable locale={locale} mails={mails} />}
      {total > mails.length && <p>{t("more", { count: total - mails.length })}</p>}
    </AdminPage>
  );
}
