import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { NarrowConsent } from "@/components/receipts/narrow-consent";
import { parseListingSlugs, parseText, pathWithListings, MAX_SHORTLISTED } from "@/lib/choices/paths";
import { findAskable, findListingsNamed } from "@/lib/choices/queries";
import { consentState } from "@/lib/consents/consent-state";
import { englishReceiptPath, receiptPath } from "@/lib/receipts/paths";
import { getTranslator } from "@/lib/shared/i18n";
import { receiptOf } from "../open";

type Props = PageProps<"/[locale]/inquiry/[token]/narrow">;

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = getTranslator(await localeOf(params), "receipt")("title");
  return { title, robots: { index: false, follow: false } };
}

/** Where a person chooses the places that the consent is limited to; the URL has the choice. */
export default async function NarrowPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const asked = await searchParams;
  const found = await receiptOf(locale, token);
  const [consent] = found.state === "open" ? found.receipt.consents : [];
  if (!consent || consentState(consent) !== "active") redirect(receiptPath(locale, token));
  const choice = await findAskable(parseListingSlugs(asked), MAX_SHORTLISTED);
  const text = parseText(asked, "add");
  const chosen = choice.places.map(({ slug }) => slug);
  return (
    <Page locale={locale} path={pathWithListings(englishReceiptPath(token, "narrow"), chosen)}>
      <NarrowConsent
        locale={locale}
        token={token}
        consent={consent}
        choice={choice}
        text={text}
        found={consent.scope === "any_listed" ? await findListingsNamed(text, "open") : []}
      />
    </Page>
  );
}
