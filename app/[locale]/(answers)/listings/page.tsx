import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { DangerPage } from "@/components/listings/danger-page";
import { IgnoredParts } from "@/components/listings/ignored-parts";
import { SearchDanger } from "@/components/listings/search-danger";
import { SearchForm } from "@/components/listings/search-form";
import { SearchResults } from "@/components/listings/search-results";
import { searchTitle } from "@/components/listings/search-title";
import { isDangerAlone } from "@/lib/search/danger";
import { filtersQuery, parseFilters } from "@/lib/search/filters";
import { searchOnce } from "@/lib/search/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/listings">;
const PATH = "/listings";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "listings.search");
  const words = { title: t("metaTitle"), description: t("metaDescription") };
  const { filters } = parseFilters(await searchParams);
  if (!filtersQuery(filters)) return pageMetadata({ locale, path: PATH, ...words });
  const title = searchTitle(locale, filters, await searchOnce(filters), words.title);
  // Of countless searches only the one without a question is to be found; no robot goes on from one to the next.
  return { ...pageMetadata({ locale, path: null, ...words, title }), robots: { index: false, follow: false } };
}

export default async function ListingsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "listings.search");
  const { filters, ignored } = parseFilters(await searchParams);
  const answer = await searchOnce(filters);
  const path = PATH + filtersQuery(filters);
  if (isDangerAlone(filters, answer.text))
    return <DangerPage locale={locale} path={path} filters={filters} text={answer.text} />;
  const isAsked = filtersQuery(filters) !== "";
  return (
    <Page locale={locale} path={path} first={<SearchDanger locale={locale} text={answer.text} />}>
      <h1 className={isAsked ? "text-2xl sm:text-4xl" : "text-3xl sm:text-4xl"}>{t("title")}</h1>
      {/* Whoever asked something on a phone wants the answer, and the way to the map stands beside it. */}
      <p className={`mt-2 max-sm:text-sm ${isAsked ? "max-lg:hidden" : ""}`}>{t("lead")}</p>
      <IgnoredParts locale={locale} ignored={ignored} />
      <div className="mt-3 grid gap-x-5 gap-y-2 sm:mt-4 sm:gap-y-4 lg:grid-cols-[19rem_1fr]">
        <SearchForm locale={locale} filters={filters} answer={answer} />
        <SearchResults locale={locale} filters={filters} answer={answer} />
      </div>
    </Page>
  );
}
