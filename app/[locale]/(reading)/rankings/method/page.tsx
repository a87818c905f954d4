import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { Method } from "@/components/rankings/method/method";
import { NoEdition } from "@/components/rankings/no-edition";
import { getMethodOfNewestEdition, getVersions } from "@/lib/methods/queries";
import { getDenominators } from "@/lib/denominators/queries";
import { getNewestEdition } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/method">;
const PATH = "/rankings/method";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "method");
  return pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function MethodPage({ params }: Props) {
  const locale = await localeOf(params);
  const [method, edition, versions, denominators] = await Promise.all([
    getMethodOfNewestEdition(),
    getNewestEdition(),
    getVersions(),
    getDenominators(),
  ]);
  return (
    <Page locale={locale} path={PATH}>
      {method && edition ? (
        <Method locale={locale} method={method} edition={edition} denominators={denominators} {...versions} />
      ) : (
        <NoEdition locale={locale} />
      )}
    </Page>
  );
}
