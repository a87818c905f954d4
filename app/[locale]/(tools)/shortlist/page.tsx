import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { ChoiceNotes } from "@/components/choices/choice-notes";
import { ShortlistDetails } from "@/components/choices/shortlist-details";
import { ShortlistEditor } from "@/components/choices/shortlist-editor";
import { WithoutScripts } from "@/components/choices/without-scripts";
import { Page } from "@/components/layout/page";
import { Words } from "@/components/layout/words";
import { AskedLine } from "@/components/listings/asked-line";
import { presenceMark } from "@/components/listings/listing-name";
import { parseListingSlugs, pathWithListings, MAX_SHORTLISTED } from "@/lib/choices/paths";
import { findChoice } from "@/lib/choices/queries";
import { fullTitle } from "@/lib/facts/listing-title";
import { askedIn, askedPairs } from "@/lib/search/asked";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath, messagesOf } from "@/lib/shared/i18n";
import { dialOf } from "@/lib/shared/phone-as-written";
import { isAsked } from "@/lib/shared/search-params";

type Props = PageProps<"/[locale]/shortlist">;
const PATH = "/shortlist";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "shortlist");
  const path = isAsked(await searchParams) ? null : PATH;
  return pageMetadata({ locale, path, title: t("title"), description: t("metaDescription") });
}

/** The list itself is on the device; the server sees places only when the person asks for their details. */
export default async function ShortlistPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "shortlist");
  const query = await searchParams;
  const asked = askedIn(query);
  const choice = await findChoice(parseListingSlugs(query), MAX_SHORTLISTED);
  const slugs = choice.places.map(({ slug }) => slug);
  const detailed = choice.places.map((place) => ({
    slug: place.slug,
    name: fullTitle(place),
    ...(place.phone && { dial: dialOf(place.phone, place.phoneExtension) }),
    mark: presenceMark(locale, place.presence),
    details: <ShortlistDetails locale={locale} place={place} />,
  }));
  const paths = {
    shortlist: localizedPath(locale, PATH),
    listings: localizedPath(locale, "/listings"),
    compare: localizedPath(locale, "/compare"),
    callSheet: localizedPath(locale, "/call-sheet"),
  };
  return (
    <Page locale={locale} path={pathWithListings(PATH, slugs, {}, askedPairs(asked))}>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-2 sm:mt-3 sm:text-lg">{t("lead")}</p>
      </header>
      <AskedLine locale={locale} asked={asked} />
      <ChoiceNotes locale={locale} choice={choice} limit={MAX_SHORTLISTED} />
      <Words locale={locale} messages={{ shortlist: messagesOf(locale).shortlist }}>
        <ShortlistEditor
          detailed={detailed}
          paths={paths}
          asked={askedPairs(asked)}
          withoutScripts={<WithoutScripts locale={locale} asked={askedPairs(asked)} />}
        />
      </Words>
    </Page>
  );
}
