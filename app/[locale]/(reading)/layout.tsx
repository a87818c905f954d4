import "@/app/globals.css";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { inter, sourceSerif } from "@/app/fonts";
import { SiteFrame } from "@/components/layout/site-frame";
import { getSettings } from "@/lib/settings/queries";
import { isLocale } from "@/lib/shared/i18n";

/** Rendered at the first visit, then kept; re-made when staff change something, and at the latest after this long. */
export const revalidate = 900;
export const dynamic = "force-static";

// No page is made at build time, so that a build needs no database.
export const generateStaticParams = () => [];

/** Pages people read: documents, sent without the framework's scripts (data-document, see page-cache-handler.mjs). */
export default async function ReadingLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} className={`${inter.variable} ${sourceSerif.variable}`}>
      <body data-document>
        <SiteFrame locale={locale} settings={await getSettings()}>
          {children as ReactNode}
        </SiteFrame>
        <script src="/quick-exit.js" defer data-keep />
      </body>
    </html>
  );
}
