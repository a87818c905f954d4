import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { QuickExit } from "./quick-exit";

const NAVIGATION = [
  { key: "rankings", path: "/rankings" },
  { key: "listings", path: "/listings" },
  { key: "shortlist", path: "/shortlist" },
  { key: "find", path: "/find" },
  { key: "blog", path: "/blog" },
  { key: "contact", path: "/contact" },
] as const;

export function SiteHeader({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "site");
  return (
    <header className="border-b border-line bg-surface">
      <div className="shell flex flex-wrap items-center gap-x-3 gap-y-1 py-2 sm:py-3">
        <a href={localizedPath(locale, "/")} className="mr-auto flex min-h-11 items-center gap-2 no-underline">
          <Mark />
          <span className="font-serif text-lg font-semibold tracking-tight whitespace-nowrap sm:text-xl">
            {t("name")}
          </span>
        </a>
        <QuickExit locale={locale} />
        <nav aria-label={t("nav.label")} className="no-print -mx-2 w-full sm:-mx-3">
          <ul className="flex flex-wrap text-base">
            {NAVIGATION.map(({ key, path }) => (
              <li key={key}>
                <a
                  href={localizedPath(locale, path)}
                  className="inline-flex min-h-11 items-center px-2 font-medium no-underline hover:underline sm:px-3"
                >
                  {t(`nav.${key}`)}
                  {key === "shortlist" && <ShortlistCount />}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
