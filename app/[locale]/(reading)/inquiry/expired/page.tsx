import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingReceipt } from "@/components/receipts/missing-receipt";
import { Page } from "@/components/layout/page";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/inquiry/expired">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return pageMetadata({ locale, path: null, title: getTranslator(locale, "receipt.expired")("title") });
}

/** For a link that opened a receipt until its time was over. */
export default async function ExpiredReceiptPage({ params }: Props) {
  const locale = await localeOf(params);
  const { teamContact } = await getSettings();
  return (
    <Page locale={locale} path="/inquiry/expired" status={410}>
      <MissingReceipt locale={locale} reason="expired" teamContact={teamContact.value} />
    </Page>
  );
}
