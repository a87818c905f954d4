import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { HeldNotice } from "@/components/admin/backups/held";
import { Restorations } from "@/components/admin/backups/restorations";
import { BackupTable } from "@/components/admin/backups/table";
import { JournalNotice } from "@/components/admin/journal-notice";
import { listBackups, listRestorations } from "@/lib/backups/admin-queries";
import { findJournalTrouble } from "@/lib/replays/admin-queries";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.backup")("title") };
}

export default async function BackupsPage({ searchParams }: PageProps<"/admin/backups">) {
  const staff = await requireStaff("admin");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.backup");
  const { backups, standing, held, isDaily, keptDays, folder } = await listBackups(staff);
  const { newest, hasFailed } = standing;
  const [restorations, journal] = await Promise.all([listRestorations(staff), findJournalTrouble(staff)]);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={(await searchParams).done}>
      {held && <HeldNotice locale={locale} held={held} />}
      {journal && <JournalNotice locale={locale} trouble={journal} />}
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <p>
        {isDaily ? t("daily") : [t("off"), " ", <code key="command">npm run backup</code>]}{" "}
        {t("kept", { days: keptDays })}
      </p>
      <p className="font-semibold">
        {newest ? t("newest", { moment: formatMoment(locale, newest.madeAt) }) : t("none")}
      </p>
      {(backups.length > 0 || restorations.length > 0) && <p className="max-w-prose">{t("zones")}</p>}
      {hasFailed && <p className="font-semibold text-danger">{t("failed")}</p>}
      {backups.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-xl">{t("list")}</h2>
          <p className="wrap-anywhere">
            {t("files", { folder })} <code>{`npm run restore -- ${folder}/FILE`}</code>
          </p>
          <BackupTable locale={locale} backups={backups} />
        </section>
      )}
      <Restorations locale={locale} restorations={restorations} />
    </AdminPage>
  );
}
