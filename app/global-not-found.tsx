import "@/app/globals.css";
import type { Metadata } from "next";
import { FONTS } from "@/app/fonts";
import { DangerWords } from "@/components/layout/danger-words";
import { QuickExit } from "@/components/layout/quick-exit";
import { PlainSearch } from "@/components/listings/plain-search";
import { getTranslator, LOCALES, localizedPath, type Locale } from "@/lib/shared/i18n";

export const metadata: Metadata = {
  title: getTranslator("en", "pages.missing")("title"),
  robots: { index: false },
};

/**
 * URLs that no route knows, such as a file that is not there. Made at build time without the database, so it names
 * only the two numbers that everybody knows, and links to the page with all of them.
 */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={FONTS}>
      <body data-document>
        <main data-status="404" className="shell space-y-12 py-10">
          <div className="flex flex-wrap items-center justify-between gap-4">
            <a href="/" className="font-serif text-xl font-semibold no-underline">
              {getTranslator("en", "site")("name")}
            </a>
            <QuickExit locale="en" />
          </div>
          {LOCALES.map((locale) => (
            <NotFoundIn key={locale} locale={locale} />
          ))}
        </main>
        <script src="/quick-exit.js" defer data-keep />
      </body>
    </html>
  );
}

function NotFoundIn({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "pages.missing");
  const Heading = locale === "en" ? "h1" : "h2";
  const ways = [
    ["/", t("home")],
    ["/help-now", t("helpNow")],
    ["/contact", t("contact")],
  ] as const;
  return (
    <section lang={locale} className="max-w-prose">
      <Heading className="text-3xl">{t("title")}</Heading>
      <p className="mt-3">{t("lead")}</p>
      <p className="mt-3 mb-5">
        <DangerWords locale={locale} />
      </p>
      <PlainSearch locale={locale} id={`search-${locale}`} />
      <ul className="mt-3 flex flex-wrap gap-x-6">
        {ways.map(([path, words]) => (
          <li key={path}>
            <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
