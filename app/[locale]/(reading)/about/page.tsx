import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { pageMetadata } from "@/lib/server/page-metadata";
import { messagesOf } from "@/lib/shared/i18n";

const PATH = "/about";

export async function generateMetadata({ params }: PageProps<"/[locale]/about">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, lead } = messagesOf(locale).pages.about;
  return pageMetadata({ locale, path: PATH, title, description: lead });
}

export default async function AboutPage({ params }: PageProps<"/[locale]/about">) {
  return <HousePage locale={await localeOf(params)} path={PATH} name="about" />;
}
