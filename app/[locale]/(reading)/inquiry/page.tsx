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

/** For every link that opens no receipt, whatever the reason: a reading page can answer 404. */
export default async function MissingReceiptPage({ params }: Props) {
  const locale = await localeOf(params);
  const { teamContact } = await getSettings();
  return (
    <Page locale={locale} path="/inquiry" status={404}>
      <MissingReceipt locale={locale} reason="missing" teamContact={teamContact.value} />
    </Page>
  );
}
