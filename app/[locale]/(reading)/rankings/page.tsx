import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { Page } from "@/components/layout/page";
import { NoEdition } from "@/components/rankings/no-edition";
import { Ranking } from "@/components/rankings/ranking";
import { getDenominators } from "@/lib/denominators/queries";
import { rankedList } from "@/lib/discovery/json-ld/ranking";
import { getMoves, getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings">;
const PATH = "/rankings";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "rankings");
  return pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function RankingsPage({ params }: Props) {
  const locale = await localeOf(params);
  const edition = await getNewestEdition();
  const moves = edition && (await getMoves(edition.number));
  const denominators = await getDenominators();
  const t = getTranslator(locale, "rankings");
  return (
    <Page locale={locale} path={PATH}>
      {edition ? (
        <>
          <JsonLd things={[rankedList(locale, siteUrl(), { name: t("title"), entries: edition.entries })]} />
          <Ranking locale={locale} edition={edition} moves={moves} denominators={denominators} />
        </>
      ) : (
        <NoEdition locale={locale} />
      )}
    </Page>
  );
}
