import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingReceipt } from "@/components/receipts/missing-receipt";
import { Page } from "@/components/layout/page";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/inquiry">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return pageMetadata({ locale, path: null, title: getTranslator(locale, "receipt.missing")("title") });
}

/** Where every link leads that opens no receipt, whatever is wrong with it: a page of its own can say 404. */
export default async function MissingReceiptPage({ params }: Props) {
  const locale = await localeOf(params);
  const { teamContact } = await getSettings();
  return (
    <Page locale={locale} path="/inquiry" status={404}>
      <MissingReceipt locale={locale} reason="missing" teamContact={teamContact.value} />
    </Page>
  );
}
