import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ThankYou } from "@/components/inquiries/thank-you";
import { UnknownReference } from "@/components/inquiries/unknown-reference";
import { Page } from "@/components/layout/page";
import { parseReference } from "@/lib/inquiries/inquiry-reference";
import { openThankYou } from "@/lib/inquiries/thank-you";
import { getSettingsAtOnce } from "@/lib/settings/queries";
import { getTranslator, isLocale } from "@/lib/shared/i18n";

export async function generateMetadata({ params }: PageProps<"/[locale]/contact/thank-you">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Says neither "thank you" nor "not found": a title stays in the browser's history.
  return { title: getTranslator(locale, "contact")("title"), robots: { index: false } };
}

export default async function ThankYouPage({ params, searchParams }: PageProps<"/[locale]/contact/thank-you">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { reference: asked } = await searchParams;
  const reference = parseReference(typeof asked === "string" ? asked : "");
  const kept = reference && (await openThankYou(reference));
  const { teamContact } = await getSettingsAtOnce();
  return (
    <Page locale={locale} path={kept ? `/contact/thank-you?reference=${kept.inquiry.reference}` : "/contact/thank-you"}>
      {kept ? (
        <ThankYou locale={locale} inquiry={kept.inquiry} receipt={kept.receipt} teamContact={teamContact.value} />
      ) : (
        <UnknownReference locale={locale} />
      )}
    </Page>
  );
}
