import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HelpNow } from "@/components/layout/help-now";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";

export async function generateMetadata({ params }: PageProps<"/[locale]/help-now">): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "pages.helpNow");
  return pageMetadata({ locale, path: "/help-now", title: t("title"), description: t("metaDescription") });
}

export default async function HelpNowPage({ params }: PageProps<"/[locale]/help-now">) {
  const { crisisNumbers } = await getSettings();
  return <HelpNow locale={await localeOf(params)} numbers={crisisNumbers.value} checkedOn={crisisNumbers.checkedOn} />;
}
