import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { CorrectionReport } from "@/components/corrections/correction-report";
import { CorrectionThanks } from "@/components/corrections/correction-thanks";
import { Page } from "@/components/layout/page";
import { CORRECTION_FORM, correctionPath } from "@/lib/corrections/paths";
import { isKept } from "@/lib/corrections/queries";
import { parseReference } from "@/lib/corrections/correction-reference";
import { findListing } from "@/lib/listings/queries";
import { newFormKey } from "@/lib/server/form-key";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/listings/[slug]/correction">;

/** Each form has its own identity, so it is rendered for one person. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return { title: getTranslator(locale, "corrections")("title"), robots: { index: false } };
}

export default async function CorrectionPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const found = await findListing(slug);
  if (found.state === "moved") redirect(localizedPath(locale, correctionPath(found.slug)));
  // Its own page answers that it is gone (410) or never existed (404); only a reading page can set these.
  if (found.state !== "published") redirect(localizedPath(locale, `/listings/${slug}`));
  const reference = await keptReference((await searchParams).reference);
  const path = correctionPath(slug);
  return (
    <Page locale={locale} path={reference ? `${path}?reference=${reference}` : path}>
      {reference ? (
        <CorrectionThanks locale={locale} listing={found.listing} reference={reference} />
      ) : (
        <CorrectionReport locale={locale} listing={found.listing} formKey={newFormKey(CORRECTION_FORM)} />
      )}
    </Page>
  );
}

async function keptReference(asked: string | string[] | undefined): Promise<string | null> {
  const reference = parseReference(typeof asked === "string" ? asked : "");
  return reference && (await isKept(reference)) ? reference : null;
}
