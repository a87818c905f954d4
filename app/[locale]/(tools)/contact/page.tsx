import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChoiceNotes } from "@/components/choices/choice-notes";
import { ContactIntroduction } from "@/components/inquiries/contact-introduction";
import { DirectHelp } from "@/components/inquiries/direct-help";
import { InquiryForm } from "@/components/inquiries/inquiry-form";
import { InquiryPrivacy } from "@/components/inquiries/inquiry-privacy";
import { WithoutConsent } from "@/components/inquiries/without-consent";
import { Page } from "@/components/layout/page";
import { AskedLine, askedText } from "@/components/listings/asked-line";
import { Words } from "@/components/layout/words";
import { parseListingSlugs, pathWithListings, MAX_SHORTLISTED } from "@/lib/choices/paths";
import { findAskable } from "@/lib/choices/queries";
import { toNamed } from "@/lib/facts/listing-title";
import { CONSENT_DAYS, currentConsent } from "@/lib/inquiries/consent";
import { newFormKey } from "@/lib/inquiries/inquiry-form-key";
import { askedIn, askedPairs } from "@/lib/search/asked";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettingsAtOnce } from "@/lib/settings/queries";
import { getTranslator, isLocale, messagesOf } from "@/lib/shared/i18n";
import { isAsked } from "@/lib/shared/search-params";

/** Each form has its own identity, so it is rendered for one person. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]/contact">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = getTranslator(locale, "contact");
  const page = pageMetadata({ locale, path: "/contact", title: t("title"), description: t("description") });
  // With places in its URL it is the same form.
  return isAsked(await searchParams) ? { ...page, robots: { index: false } } : page;
}

export default async function ContactPage({ params, searchParams }: PageProps<"/[locale]/contact">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const settings = await getSettingsAtOnce();
  const consent = currentConsent(locale);
  const query = await searchParams;
  const asked = askedIn(query);
  const choice = await findAskable(parseListingSlugs(query), MAX_SHORTLISTED);
  const places = choice.places.map(toNamed);
  return (
    <Page
      locale={locale}
      path={pathWithListings(
        "/contact",
        places.map(({ slug }) => slug),
        {},
        askedPairs(asked),
      )}
    >
      <ContactIntroduction locale={locale} teamContact={settings.teamContact.value} />
      <div className="mb-8 empty:hidden">
        <AskedLine locale={locale} asked={asked} />
        <ChoiceNotes locale={locale} choice={choice} limit={MAX_SHORTLISTED} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] lg:items-start">
        <Words locale={locale} messages={{ contact: messagesOf(locale).contact }}>
          <InquiryForm
            locale={locale}
            formKey={newFormKey(consent.version)}
            consentText={consent.text}
            consentDays={CONSENT_DAYS}
            places={places}
            asked={askedText(locale, asked)}
            answersWithin={settings.teamContact.value.answersWithin}
            withoutConsent={<WithoutConsent locale={locale} teamContact={settings.teamContact.value} />}
            directHelp={<DirectHelp locale={locale} settings={settings} asked={asked} />}
          />
        </Words>
        <InquiryPrivacy locale={locale} />
      </div>
    </Page>
  );
}
