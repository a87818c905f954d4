import type { ReactNode } from "react";
import type { Settings } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ShortlistNote } from "@/components/choices/shortlist-note";
import { CrisisBar } from "./crisis-bar";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

interface SiteFrameProps {
  locale: Locale;
  settings: Settings;
  /** The page lists what a search finds, and has a way past its form. */
  hasResults?: boolean;
  children: ReactNode;
}

const SKIP_LINK =
  "sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold";

/** What every public page shares: help lines, header, footer. The page brings its own `<main id="content">`. */
export function SiteFrame({ locale, settings, hasResults, children }: SiteFrameProps) {
  const t = getTranslator(locale, "site");
  return (
    <>
      <a href="#content" className={SKIP_LINK}>
        {t("skipToContent")}
      </a>
      {hasResults && (
        <a href="#results" className={SKIP_LINK}>
          {t("skipToResults")}
        </a>
      )}
      <CrisisBar locale={locale} numbers={settings.crisisNumbers.value} checkedOn={settings.crisisNumbers.checkedOn} />
      <SiteHeader locale={locale} />
      {children}
      <ShortlistNote locale={locale} />
      <SiteFooter locale={locale} credits={settings.footerCredits.value} />
    </>
  );
}
