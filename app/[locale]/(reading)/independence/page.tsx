import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { pageMetadata } from "@/lib/server/page-metadata";
import { messagesOf } from "@/lib/shared/i18n";

const PATH = "/independence";

export async function generateMetadata({ params }: PageProps<"/[locale]/independence">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, metaDescription } = messagesOf(locale).pages.independence;
  return pageMetadata({ locale, path: PATH, title, description: metaDescription });
}

export default async function IndependencePage({ params }: PageProps<"/[locale]/independence">) {
  return <HousePage locale={await localeOf(params)} path={PATH} name="independence" />;
}
