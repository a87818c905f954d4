import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { OpenData } from "@/components/open-data/open-data";
import { readSourceFiles } from "@/lib/open-data/queries";
import { getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/data">;
const PATH = "/rankings/data";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "openData");
  return pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function OpenDataPage({ params }: Props) {
  const locale = await localeOf(params);
  const edition = await getNewestEdition();
  const files = edition ? await readSourceFiles(edition) : [];
  return (
    <Page locale={locale} path={PATH}>
      <OpenData locale={locale} site={siteUrl()} edition={edition} files={files} />
    </Page>
  );
}
