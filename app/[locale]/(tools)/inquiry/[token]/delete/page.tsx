import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { DeleteEverything } from "@/components/receipts/delete-everything";
import { englishReceiptPath, receiptPath } from "@/lib/receipts/paths";
import { getTranslator } from "@/lib/shared/i18n";
import { receiptOf } from "../open";

type Props = PageProps<"/[locale]/inquiry/[token]/delete">;

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = getTranslator(await localeOf(params), "receipt")("title");
  return { title, robots: { index: false, follow: false } };
}

/** Asks again, because a deletion cannot be undone. */
export default async function DeletePage({ params }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const found = await receiptOf(locale, token);
  if (found.state === "erased") redirect(receiptPath(locale, token));
  return (
    <Page locale={locale} path={englishReceiptPath(token, "delete")}>
      <DeleteEverything locale={locale} receipt={found.receipt} token={token} />
    </Page>
  );
}
