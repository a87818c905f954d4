import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { Mine } from "@/components/rankings/mine/mine";
import { NoEdition } from "@/components/rankings/no-edition";
import { getMethod } from "@/lib/methods/queries";
import { getNewestEdition, listWithdrawnEntries } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/mine">;
const PATH = "/rankings/mine";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "mine");
  return pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function MinePage({ params }: Props) {
  const locale = await localeOf(params);
  const edition = await getNewestEdition();
  const [method, withdrawn] = edition
    ? await Promise.all([getMethod(edition.methodVersion), listWithdrawnEntries(edition.number)])
    : [null, []];
  return (
    <Page locale={locale} path={PATH}>
      {edition && method ? (
        <Mine locale={locale} method={method.definition} edition={edition} withdrawn={withdrawn} />
      ) : (
        <NoEdition locale={locale} />
      )}
    </Page>
  );
}
