import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { ErasedReceipt } from "@/components/receipts/erased-receipt";
import { ReceiptView } from "@/components/receipts/receipt-view";
import { englishReceiptPath } from "@/lib/receipts/paths";
import { RECEIPT_OUTCOMES } from "@/lib/receipts/types";
import { getTranslator } from "@/lib/shared/i18n";
import { receiptOf } from "./open";

type Props = PageProps<"/[locale]/inquiry/[token]">;

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = getTranslator(await localeOf(params), "receipt")("title");
  return { title, robots: { index: false, follow: false } };
}

export default async function ReceiptPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const found = await receiptOf(locale, token);
  const { done } = await searchParams;
  const outcome = RECEIPT_OUTCOMES.find((each) => each === done);
  return (
    <Page locale={locale} path={englishReceiptPath(token)}>
      {found.state === "erased" ? (
        <ErasedReceipt locale={locale} {...found} />
      ) : (
        <ReceiptView locale={locale} receipt={found.receipt} token={token} outcome={outcome} />
      )}
    </Page>
  );
}
