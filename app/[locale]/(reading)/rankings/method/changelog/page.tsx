import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { MethodChangelog } from "@/components/rankings/method/changelog";
import { listMethodVersions } from "@/lib/methods/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/method/changelog">;
const PATH = "/rankings/method/changelog";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "method.changelog");
  return pageMetadata({ locale, path: PATH, title: t("title"), description: t("metaDescription") });
}

export default async function MethodChangelogPage({ params }: Props) {
  const locale = await localeOf(params);
  return (
    <Page locale={locale} path={PATH}>
      <MethodChangelog locale={locale} versions={await listMethodVersions()} />
    </Page>
  );
}
