import { AdminPage } from "@/components/admin/admin-page";
import { getTranslator } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";

export default async function AdminNotFound() {
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  return (
    <AdminPage forms={null} locale={locale} title={t("missing.title")}>
      <p>{t("missing.lead")}</p>
      <p>
        <a href="/admin" className="text-link">
          {t("forbidden.home")}
        </a>
      </p>
    </AdminPage>
  );
}
