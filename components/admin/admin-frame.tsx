import type { ReactNode } from "react";
import { signOutAction } from "@/lib/staff/actions";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { MailDelay } from "@/lib/mails/types";
import { mayAct } from "@/lib/staff/roles";
import type { StaffRole, StaffSession } from "@/lib/staff/types";
import { MailAlert } from "./mails/alert";
import { PartLink } from "./methods/part-link";

/** Each part of the admin area with the role it needs; administrators see all. */
const PARTS = [
  { key: "dashboard", path: "/admin", role: null },
  { key: "listings", path: "/admin/listings", role: "editor" },
  { key: "reChecks", path: "/admin/re-checks", role: null },
  { key: "calls", path: "/admin/calls", role: null },
  { key: "duplicates", path: "/admin/duplicates", role: "editor" },
  { key: "operators", path: "/admin/operators", role: "editor" },
  { key: "corrections", path: "/admin/corrections", role: "editor" },
  { key: "posts", path: "/admin/posts", role: "editor" },
  { key: "rankings", path: "/admin/rankings", role: "editor" },
  { key: "sources", path: "/admin/sources", role: "editor" },
  { key: "inquiries", path: "/admin/inquiries", role: "outreach" },
  { key: "mails", path: "/admin/mails", role: "outreach" },
  { key: "audit", path: "/admin/audit", role: "admin" },
  { key: "people", path: "/admin/people", role: "admin" },
  { key: "settings", path: "/admin/settings", role: "admin" },
  { key: "backups", path: "/admin/backups", role: "admin" },
  { key: "account", path: "/admin/account", role: null },
] as const satisfies readonly { key: string; path: string; role: StaffRole | null }[];

const LINK = "inline-flex min-h-11 items-center px-2 text-sm font-semibold text-accent hover:underline";

/** Skip link, parts and sign-out around every admin page; only the skip link before somebody has signed in. */
export function AdminFrame({
  locale,
  staff,
  mailDelay,
  children,
}: {
  locale: Locale;
  staff: StaffSession | null;
  /** Null when no mail waits too long. */
  mailDelay: MailDelay | null;
  children: ReactNode;
}) {
  const t = getTranslator(locale, "admin");
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold"
      >
        {t("frame.skip")}
      </a>
      <header className="relative border-b border-line bg-surface">
        <div className="shell flex flex-wrap items-center gap-x-4 py-2">
          <p className="mr-auto font-serif text-lg font-semibold">{t("frame.brand")}</p>
          {staff && <Parts locale={locale} role={staff.role} />}
          <a href="/" className={`${LINK} -ml-2`}>
            {t("frame.publicSite")}
          </a>
          {staff && (
            <form action={signOutAction} className="flex items-center gap-2">
              <span className="text-sm text-muted max-sm:sr-only">{t("frame.signedInAs", { name: staff.name })}</span>
              <button type="submit" className={LINK}>
                {t("frame.signOut")}
              </button>
            </form>
          )}
        </div>
      </header>
      {staff && mailDelay && <MailAlert locale={locale} delay={mailDelay} mayLook={mayAct(staff.role, "outreach")} />}
      {children}
    </>
  );
}

/** The parts that a role may use: folded away on a phone, in rows on a desktop. */
function Parts({ locale, role }: { locale: Locale; role: StaffRole }) {
  const t = getTranslator(locale, "admin");
  return (
    <details className="fold-on-phones no-print lg:order-last lg:basis-full">
      <summary className="list-none">
        <span className={LINK}>{t("frame.menu")}</span>
      </summary>
      <nav
        aria-label={t("frame.nav")}
        className="absolute inset-x-0 top-full z-20 border-y border-line bg-surface px-4 shadow-lg lg:static lg:-mx-2 lg:border-0 lg:px-0 lg:shadow-none"
      >
        <ul className="grid grid-cols-2 py-2 sm:grid-cols-3 lg:flex lg:flex-wrap lg:py-0">
          {PARTS.filter((part) => mayAct(role, part.role)).map(({ key, path }) => (
            <li key={key}>
              <PartLink path={path} exact={path === "/admin"}>
                {t(`nav.${key}`)}
              </PartLink>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}
