import "@/app/globals.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { FONTS } from "@/app/fonts";
import { siteIcons, siteViewport } from "@/app/mark";
import { SiteFrame } from "@/components/layout/site-frame";
import { getSettingsAtOnce } from "@/lib/settings/queries";
import { isLocale } from "@/lib/shared/i18n";

export const metadata: Metadata = { icons: siteIcons };
export const viewport = siteViewport;

/** Pages people operate: rendered per request with a nonce, hydrated, and working without scripts too. */
export default async function ToolsLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={locale} className={FONTS}>
      <body>
        <SiteFrame locale={locale} settings={await getSettingsAtOnce()}>
          {children}
        </SiteFrame>
        <script src="/quick-exit.js" defer nonce={nonce} />
        <script src="/shortlist.js" defer nonce={nonce} />
        <script src="/visit.js" defer nonce={nonce} />
      </body>
    </html>
  );
}
