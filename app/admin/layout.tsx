import "@/app/globals.css";
import type { Metadata } from "next";
import { FONTS } from "@/app/fonts";
import { siteIcons, siteViewport } from "@/app/mark";
import { AdminFrame } from "@/components/admin/admin-frame";
import { Words } from "@/components/layout/words";
import { RememberSubmitted } from "@/components/ui/remember-submitted";
import { findMailDelay } from "@/lib/mails/queries";
import { messagesOf } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";
import { currentStaff } from "@/lib/staff/session";

export const metadata: Metadata = {
  title: { template: "%s · Best Heroin Rehab", default: "Best Heroin Rehab" },
  icons: siteIcons,
  robots: { index: false, follow: false },
};
export const viewport = siteViewport;

/** Staff pages: rendered per request, never stored. The frame checks no session; each page does. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const [locale, staff] = await Promise.all([staffLocale(), currentStaff()]);
  const { admin } = messagesOf(locale);
  return (
    <html lang={locale} className={FONTS}>
      <body>
        <Words locale={locale} messages={{ admin }}>
          <AdminFrame locale={locale} staff={staff} mailDelay={staff && (await findMailDelay())}>
            {children}
          </AdminFrame>
        </Words>
        <RememberSubmitted />
      </body>
    </html>
  );
}
