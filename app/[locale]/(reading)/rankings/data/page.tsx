import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { Page } from "@/components/layout/page";
import { OpenData } from "@/components/open-data/open-data";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { rankingDataset } from "@/lib/discovery/json-ld/dataset";
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
  const t = getTranslator(locale, "site.nav");
  const crumbs = breadcrumbs(locale, siteUrl(), [
    { name: t("rankings"), path: "/rankings" },
    { name: getTranslator(locale, "openData")("title"), path: PATH },
  ]);
  const files = edition ? await readSourceFiles(edition) : [];
  return (
    <Page locale={locale} path={PATH}>
      <JsonLd things={edition ? [rankingDataset(locale, siteUrl(), edition), crumbs] : [crumbs]} />
      <OpenData locale={locale} site={siteUrl()} edition={edition} files={files} />
    </Page>
  );
}
