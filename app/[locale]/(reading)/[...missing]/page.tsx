import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

export async function generateMetadata({ params }: PageProps<"/[locale]/[...missing]">): Promise<Metadata> {
  const locale = await localeOf(params);
  return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
}

/** Every URL that no other page has, answered in the visitor's language with the help lines above. */
export default async function MissingPathPage({ params }: PageProps<"/[locale]/[...missing]">) {
  return <MissingPage locale={await localeOf(params)} path="/" />;
}
