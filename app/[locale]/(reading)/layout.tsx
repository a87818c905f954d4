import "@/app/globals.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FONTS } from "@/app/fonts";
import { siteIcons, siteViewport } from "@/app/mark";
import { Failure } from "@/components/layout/failure";
import { Marks } from "@/components/layout/marks";
import { SiteFrame } from "@/components/layout/site-frame";
import { describeError, logger } from "@/lib/server/logger";
import { getSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";
import { isLocale } from "@/lib/shared/i18n";

export const metadata: Metadata = { icons: siteIcons };
export const viewport = siteViewport;

/** A page is made at its first visit and cached; it is made again when staff change something, or after this time. */
export const revalidate = 900;
export const dynamic = "force-static";

// No page is made at build time, so that a build needs no database.
export const generateStaticParams = () => [];

/** Pages people read: documents, sent without the framework's scripts (data-document, see page-cache-handler.mjs). */
export default async function ReadingLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const settings = await settingsOrNull();
  return (
    <html lang={locale} className={FONTS}>
      <body data-document>
        {settings ? (
          <SiteFrame locale={locale} settings={settings}>
            {children}
          </SiteFrame>
        ) : (
          <Failure languages={[locale]} />
        )}
        <Marks />
        <script src="/quick-exit.js" defer data-keep />
        <script src="/shortlist.js" defer data-keep />
        <script src="/visit.js" defer data-keep />
      </body>
    </html>
  );
}

/**
 * Without the database the visitor gets a page that says so, instead of the framework's, which is empty until its
 * scripts run. It is sent as an error and is not cached (page-cache-handler.mjs).
 */
async function settingsOrNull(): Promise<Settings | null> {
  try {
    return await getSettings();
  } catch (error) {
    logger.error("page.failed", describeError(error));
    return null;
  }
}
