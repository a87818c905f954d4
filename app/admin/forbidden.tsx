import { AdminPage } from "@/components/admin/admin-page";
import { getTranslator } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";

export default async function Forbidden() {
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.forbidden");
  return (
    <AdminPage forms={null} locale={locale} title={t("title")}>
      <p>{t("lead")}</p>
      <p>
        <a href="/admin" className="text-link">
          {t("home")}
        </a>
      </p>
    </AdminPage>
  );
}
