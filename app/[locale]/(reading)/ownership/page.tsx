import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { Ownership } from "@/components/settings/ownership";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { messagesOf } from "@/lib/shared/i18n";

const PATH = "/ownership";

export async function generateMetadata({ params }: PageProps<"/[locale]/ownership">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, metaDescription } = messagesOf(locale).pages.ownership;
  return pageMetadata({ locale, path: PATH, title, description: metaDescription });
}

export default async function OwnershipPage({ params }: PageProps<"/[locale]/ownership">) {
  const [locale, { ownership }] = await Promise.all([localeOf(params), getSettings()]);
  const first = <Ownership locale={locale} ownership={ownership} />;
  return <HousePage locale={locale} path={PATH} name="ownership" first={first} />;
}
