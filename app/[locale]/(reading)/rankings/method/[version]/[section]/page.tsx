import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { MethodSectionPage } from "@/components/rankings/method/section-page";
import { sectionWords } from "@/components/rankings/method/section-words";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { METHOD_PATH, methodPath, sectionPath } from "@/lib/methods/paths";
import { getMethod } from "@/lib/methods/queries";
import { versionSchema } from "@/lib/methods/schema";
import { getNewestEditionOf } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/method/[version]/[section]">;

/** Search engines show no shorter description. */
const MIN_DESCRIPTION_LENGTH = 70;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { version: segment, section } = await params;
  const version = versionSchema.parse(segment);
  const t = getTranslator(locale, "method");
  const method = await getMethod(version);
  const words = method && sectionWords(locale, method.definition, section);
  if (!words) return pageMetadata({ locale, path: null, title: t("missing.title") });
  const title = t("sectionTitle", { title: words.title, version });
  const { lead } = words;
  const description = lead.length < MIN_DESCRIPTION_LENGTH ? t("sectionDescription", { lead, version }) : lead;
  return pageMetadata({ locale, path: sectionPath(version, section), title, description });
}

/** One section of a version of the method, with every rule and all its evidence. */
export default async function MethodSectionRoute({ params }: Props) {
  const locale = await localeOf(params);
  const { version: segment, section } = await params;
  const version = versionSchema.parse(segment);
  const path = `${METHOD_PATH}/${segment}/${section}`;
  const method = await getMethod(version);
  const words = method && sectionWords(locale, method.definition, section);
  if (!words) {
    const t = getTranslator(locale, "method.missing");
    return <MissingPage locale={locale} path={path} title={t("title")} lead={t("lead")} />;
  }
  const way = [
    { name: getTranslator(locale, "site.nav")("method"), path: METHOD_PATH },
    { name: getTranslator(locale, "method")("titleOther", { version }), path: methodPath(version) },
    { name: words.title, path },
  ];
  const edition = await getNewestEditionOf(version);
  return (
    <Page locale={locale} path={path}>
      <JsonLd things={[breadcrumbs(locale, siteUrl(), way)]} />
      <MethodSectionPage locale={locale} method={method.definition} section={section} edition={edition} />
    </Page>
  );
}
