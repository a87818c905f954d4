import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { Method } from "@/components/rankings/method/method";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { getMethod, getVersions } from "@/lib/methods/queries";
import { versionSchema } from "@/lib/methods/schema";
import { getDenominators } from "@/lib/denominators/queries";
import { getNewestEditionOf } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/method/[version]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const version = versionSchema.parse((await params).version);
  const t = getTranslator(locale, "method");
  const isKnown = (await getMethod(version)) !== null;
  if (!isKnown) return pageMetadata({ locale, path: null, title: t("missing.title") });
  const words = { title: t("titleOther", { version }), description: t("versionDescription", { version }) };
  return pageMetadata({ locale, path: `/rankings/method/${version}`, ...words });
}

/** One version of the method, whether or not it still computes the ranking. */
export default async function MethodVersionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { version: segment } = await params;
  const version = versionSchema.parse(segment);
  const path = `/rankings/method/${segment}`;
  const [method, versions] = await Promise.all([getMethod(version), getVersions()]);
  if (!method) {
    const t = getTranslator(locale, "method.missing");
    return <MissingPage locale={locale} path={path} title={t("title")} lead={t("lead")} />;
  }
  const way = [
    { name: getTranslator(locale, "site.nav")("method"), path: "/rankings/method" },
    { name: getTranslator(locale, "method")("titleOther", { version }), path },
  ];
  const [edition, denominators] = await Promise.all([getNewestEditionOf(version), getDenominators()]);
  return (
    <Page locale={locale} path={path}>
      <JsonLd things={[breadcrumbs(locale, siteUrl(), way)]} />
      <Method locale={locale} method={method} edition={edition} denominators={denominators} {...versions} />
    </Page>
  );
}
