import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { EditionPage } from "@/components/rankings/edition/page";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { numberOf } from "@/lib/open-data/format";
import { getMoves, getNewestNumber, getWholeEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/editions/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const number = numberOf((await params).number);
  const t = getTranslator(locale, "rankings.oneEdition");
  if (number === null || number > (await getNewestNumber()))
    return pageMetadata({ locale, path: null, title: t("missing.title") });
  const words = { title: t("metaTitle", { number }), description: t("metaDescription", { number }) };
  return pageMetadata({ locale, path: `/rankings/editions/${number}`, ...words });
}

export default async function OneEditionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { number: segment } = await params;
  const path = `/rankings/editions/${segment}`;
  const number = numberOf(segment);
  const [edition, moves, newest] =
    number === null
      ? [null, null, 0]
      : await Promise.all([getWholeEdition(number), getMoves(number), getNewestNumber()]);
  if (!edition) {
    const t = getTranslator(locale, "rankings.oneEdition.missing");
    return <MissingPage locale={locale} path={path} title={t("title")} lead={t("lead")} />;
  }
  const t = getTranslator(locale, "rankings");
  const way = [
    { name: getTranslator(locale, "site.nav")("rankings"), path: "/rankings" },
    { name: t("editions.title"), path: "/rankings/editions" },
    { name: t("oneEdition.metaTitle", { number: edition.number }), path },
  ];
  return (
    <Page locale={locale} path={path}>
      <JsonLd things={[breadcrumbs(locale, siteUrl(), way)]} />
      <EditionPage locale={locale} edition={edition} moves={moves} newest={newest} />
    </Page>
  );
}
