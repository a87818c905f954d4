import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { Denominators } from "@/components/rankings/denominators";
import { getDenominators } from "@/lib/denominators/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { messagesOf } from "@/lib/shared/i18n";

const PATH = "/about";

export async function generateMetadata({ params }: PageProps<"/[locale]/about">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, metaDescription } = messagesOf(locale).pages.about;
  return pageMetadata({ locale, path: PATH, title, description: metaDescription });
}

export default async function AboutPage({ params }: PageProps<"/[locale]/about">) {
  const [locale, denominators] = await Promise.all([localeOf(params), getDenominators()]);
  return (
    <HousePage locale={locale} path={PATH} name="about">
      {denominators && <Denominators locale={locale} figures={denominators} />}
    </HousePage>
  );
}
