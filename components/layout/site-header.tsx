import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MenuLink } from "./menu-link";
import { QuickExit } from "./quick-exit";

const NAVIGATION = [
  { key: "rankings", path: "/rankings" },
  { key: "listings", path: "/listings" },
  { key: "shortlist", path: "/shortlist" },
  { key: "find", path: "/find" },
  { key: "blog", path: "/blog" },
  { key: "contact", path: "/contact" },
] as const;

/** One row: the name, the menu (folded away on a phone, open on a desktop), and the way out. */
export function SiteHeader({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "site");
  return (
    <header className="relative border-b border-line bg-surface">
      <div className="shell flex flex-wrap items-center gap-x-2 py-1 lg:gap-x-4">
        <a href={localizedPath(locale, "/")} className="mr-auto flex min-h-[44px] items-center gap-2 no-underline">
          <Mark />
          <span className="font-serif text-lg leading-tight font-semibold tracking-tight sm:text-xl">{t("name")}</span>
        </a>
        <details className="fold-on-phones no-print">
          <summary className="list-none">
            <span className="flex min-h-[44px] min-w-11 items-center justify-center rounded-md px-2 hover:bg-accent-soft">
              <MenuMark />
              <span className="sr-only">{t("menu")}</span>
            </span>
          </summary>
          <nav
            aria-label={t("nav.label")}
            className="absolute inset-x-0 top-full z-20 border-y border-line bg-surface shadow-lg lg:static lg:border-0 lg:shadow-none"
          >
            <ul className="shell grid py-2 text-base sm:grid-cols-2 lg:flex lg:p-0">
              {NAVIGATION.map(({ key, path }) => (
                <li key={key}>
                  <MenuLink href={localizedPath(locale, path)} path={path}>
                    {t(`nav.${key}`)}
                    {key === "shortlist" && <ShortlistCount />}
                  </MenuLink>
                </li>
              ))}
            </ul>
          </nav>
        </details>
        <QuickExit locale={locale} />
      </div>
    </header>
  );
}

/**
 * How many places this device keeps. public/shortlist.js fills it in; React accepts that only when it replaces a text.
 */
function ShortlistCount() {
  return (
    <span
      data-shortlist-count
      className="tabular ml-1.5 min-w-6 rounded-full bg-accent px-1.5 text-center text-sm text-accent-ink empty:hidden"
      suppressHydrationWarning
    >
      {""}
    </span>
  );
}

/** The mark: two bars and a rising line, for a list and a way up. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" className="shrink-0 text-accent">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M8 22V14M14 22v-5" stroke="var(--accent-ink)" strokeWidth="3" strokeLinecap="round" />
      <path d="M19 22c0-7 1-11 6-13" stroke="var(--accent-ink)" strokeWidth="3" strokeLinecap="round" fill="none" />
    </svg>
  );
}

/** Three lines, as menus are drawn everywhere. */
function MenuMark() {
  return (
    <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <path d="M4 7h16M4 12h16M4 17h16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
