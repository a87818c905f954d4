import type { ReactNode } from "react";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { PUBLICATION_STATUSES } from "@/lib/listings/schema";
import { mayAct } from "@/lib/staff/roles";
import type { DashboardFigures } from "@/lib/desk/types";
import type { StaffRole } from "@/lib/staff/types";

interface DashboardCardsProps {
  locale: Locale;
  figures: DashboardFigures;
  /** The role of the member who looks. */
  role: StaffRole;
}

/** How the house stands, beside the work of the day. */
export function DashboardCards({ locale, figures, role }: DashboardCardsProps) {
  const t = getTranslator(locale, "admin");
  const { listings, posts, edition, proposed } = figures;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title={t("dashboard.mail")}>
        <MailWords locale={locale} figures={figures} role={role} />
      </Card>
      <Card title={t("dashboard.edition")}>
        <p>
          {edition
            ? t("dashboard.editionNewest", {
                number: edition.number,
                version: edition.methodVersion,
                entries: edition.entries,
                moment: formatMoment(locale, edition.computedAt),
              })
            : t("dashboard.editionNone")}
        </p>
        {proposed && <p className="font-semibold">{t("dashboard.editionProposed", proposed)}</p>}
        {mayAct(role, "editor") && (
          <a
            href={proposed ? "/admin/rankings#proposed" : "/admin/rankings"}
            className="text-link inline-flex min-h-11 items-center"
          >
            {t(proposed ? "dashboard.editionLook" : "dashboard.editionAll")}
          </a>
        )}
      </Card>
      <Card title={t("dashboard.retention")}>
        <RetentionWords locale={locale} {...figures.retention} />
      </Card>
      <Card title={t("dashboard.backup")}>
        <BackupWords locale={locale} {...figures.backup} />
        {mayAct(role, "admin") && (
          <a href="/admin/backups" className="text-link inline-flex min-h-11 items-center">
            {t("dashboard.backupLook")}
          </a>
        )}
      </Card>
      {mayAct(role, "editor") && (
        <>
          <Card title={t("nav.listings")}>
            <StateCounts locale={locale} path="/admin/listings" counts={listings} />
          </Card>
          <Card title={t("nav.posts")}>
            <StateCounts locale={locale} path="/admin/posts" counts={posts} />
          </Card>
        </>
      )}
    </div>
  );
}

/** How many are in each state; each figure leads to them. */
function StateCounts({ locale, path, counts }: { locale: Locale; path: string; counts: DashboardFigures["posts"] }) {
  const t = getTranslator(locale, "admin.dashboard.states");
  return (
    <ul className="flex flex-wrap gap-x-6">
      {PUBLICATION_STATUSES.map((status) => (
        <li key={status}>
          <a href={`${path}?status=${status}`} className="text-link tabular inline-flex min-h-11 items-center">
            {t(status, { count: counts[status] ?? 0 })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What has not arrived, by what is to be done about it; that every mail has left only when none of that is left. */
function MailWords({ locale, figures, role }: DashboardCardsProps) {
  const t = getTranslator(locale, "admin.dashboard");
  const { oldestQueued, failedMails, pacedConfirmations, backup } = figures;
  const held = backup.held ?? 0;
  if (!oldestQueued && failedMails === 0 && held === 0) return <p>{t("mailDelivered")}</p>;
  return (
    <>
      {oldestQueued && <p>{t("mailOldest", { moment: formatMoment(locale, oldestQueued) })}</p>}
      {held > 0 && <p className="font-semibold text-danger">{t("mailHeld", { count: held })}</p>}
      {failedMails > 0 && <p className="font-semibold text-danger">{t("mailFailed", { count: failedMails })}</p>}
      {pacedConfirmations > 0 && (
        <p className="font-semibold text-danger">{t("mailPaced", { count: pacedConfirmations })}</p>
      )}
      {mayAct(role, "outreach") && (
        <a href="/admin/mails" className="text-link inline-flex min-h-11 items-center">
          {t("mailLook")}
        </a>
      )}
    </>
  );
}

function BackupWords({ locale, madeAt, isLate, hasFailed, held }: { locale: Locale } & DashboardFigures["backup"]) {
  const t = getTranslator(locale, "admin.dashboard");
  return (
    <>
      <p>{madeAt ? t("backupNewest", { moment: formatMoment(locale, madeAt) }) : t("backupNone")}</p>
      {isLate && <p className="font-semibold text-danger">{t("backupLate")}</p>}
      {hasFailed && <p className="font-semibold text-danger">{t("backupFailed")}</p>}
      {held !== null && <p className="font-semibold text-danger">{t("backupHeld", { count: held })}</p>}
    </>
  );
}

function RetentionWords({ locale, last, due, isLate }: { locale: Locale } & DashboardFigures["retention"]) {
  const t = getTranslator(locale, "admin.dashboard");
  const dueWords = due > 0 && <p>{t("retentionDue", { count: due })}</p>;
  if (!last)
    return (
      <>
        <p>{t("retentionNever")}</p>
        {dueWords}
      </>
    );
  const { at, erased, failed } = last;
  const ran = { inquiries: erased.closed + erased.spam, corrections: erased.corrections };
  return (
    <>
      <p>{t("retentionRan", { moment: formatMoment(locale, at), ...ran })}</p>
      {dueWords}
      {isLate && <p className="font-semibold text-danger">{t("retentionLate")}</p>}
      {failed > 0 && <p className="font-semibold text-danger">{t("retentionFailed", { count: failed })}</p>}
    </>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="mb-1 font-sans text-sm font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}
