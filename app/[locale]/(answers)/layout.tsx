import "@/app/globals.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { FONTS } from "@/app/fonts";
import { siteIcons, siteViewport } from "@/app/mark";
import { Marks } from "@/components/layout/marks";
import { SiteFrame } from "@/components/layout/site-frame";
import { getSettingsAtOnce } from "@/lib/settings/queries";
import { isLocale, localizedPath } from "@/lib/shared/i18n";

export const metadata: Metadata = { icons: siteIcons };
export const viewport = siteViewport;

/**
 * Answers to what a person asks, such as a search: rendered per request, and sent as documents, without the framework's
 * scripts (data-document, see answered-documents.ts). The nonce is for who develops, where those scripts run.
 */
export default async function AnswersLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const sent = await headers();
  const nonce = sent.get("x-nonce") ?? undefined;
  // The page itself stands below the header, and its second skip link above.
  const hasResults = sent.get("x-request-path") === localizedPath(locale, "/listings");
  return (
    <html lang={locale} className={FONTS}>
      <body data-document>
        <SiteFrame locale={locale} settings={await getSettingsAtOnce()} hasResults={hasResults}>
          {children}
        </SiteFrame>
        <Marks />
        <script src="/quick-exit.js" defer data-keep nonce={nonce} />
        <script src="/shortlist.js" defer data-keep nonce={nonce} />
        <script src="/visit.js" defer data-keep nonce={nonce} />
        {hasResults && <script src="/filters.js" defer data-keep nonce={nonce} />}
      </body>
    </html>
  );
}
