import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { EditionArchive } from "@/components/rankings/edition/archive";
import { NoEdition } from "@/components/rankings/no-edition";
import { listEditionHeads } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/editions">;
const PATH = "/rankings/editions";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "rankings.editions");
  return pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function EditionsPage({ params }: Props) {
  const locale = await localeOf(params);
  const editions = await listEditionHeads();
  return (
    <Page locale={locale} path={PATH}>
      {editions.length > 0 ? <EditionArchive locale={locale} editions={editions} /> : <NoEdition locale={locale} />}
    </Page>
  );
}
