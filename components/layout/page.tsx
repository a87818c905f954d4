import type { ReactNode } from "react";
import type { Locale } from "@/lib/shared/i18n";
import { LanguageOffer } from "./language-offer";
import { LanguageSwitch } from "./language-switch";

interface PageProps {
  locale: Locale;
  /** The page's English path, such as "/rankings"; the language switch leads to its other form. */
  path: string;
  /** Before everything else, such as whom to call. */
  first?: ReactNode;
  children: ReactNode;
  /** The HTTP status of the page; the page cache sets it. */
  status?: 404 | 410;
}

/** The `<main>` of a public page, which begins with the other language: offered, or a link beside the title. */
export function Page({ locale, path, status, first, children }: PageProps) {
  return (
    <main id="content" data-status={status} className="shell pt-4">
      {first}
      <LanguageOffer locale={locale} path={path} />
      {/* Beside the page's first line: a row of its own would push down what people come for. */}
      <div className="beside-title">
        <LanguageSwitch locale={locale} path={path} />
      </div>
      {children}
    </main>
  );
}
