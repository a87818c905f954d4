import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { GuideForm } from "@/components/choices/guide-form";
import { GuideReview } from "@/components/choices/guide-review";
import { Page } from "@/components/layout/page";
import { Mugs } from "@/components/ui/drawings";
import { guideStep } from "@/lib/choices/guide";
import { filtersQuery } from "@/lib/search/filters";
import { countFitting } from "@/lib/search/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";
import { isAsked } from "@/lib/shared/search-params";

type Props = PageProps<"/[locale]/find">;
const PATH = "/find";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "find");
  const path = isAsked(await searchParams) ? null : PATH;
  return pageMetadata({ locale, path, title: t("title"), description: t("metaDescription") });
}

/** The answers come in a URL; a redirect to a second, shorter URL keeps only the filters. */
export default async function FindPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "find");
  const step = guideStep(await searchParams);
  if (step.kind === "danger") redirect(localizedPath(locale, "/help-now"));
  if (step.kind === "answered") redirect(localizedPath(locale, PATH + filtersQuery(step.filters)));
  const { filters } = step;
  return (
    <Page locale={locale} path={filters ? PATH + filtersQuery(filters) : PATH}>
      <Mugs className="float-end mt-2 mr-12 hidden w-44 lg:block" />
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-3 text-lg">{t("lead")}</p>
        <p className="mt-2 font-semibold">
          <a href={localizedPath(locale, "/help-now")} className="text-link inline-flex min-h-11 items-center">
            {t("danger")}
          </a>
        </p>
      </header>
      {filters && <GuideReview locale={locale} filters={filters} {...await countFitting(filters)} />}
      {filters && <h2 className="mt-12 text-2xl">{t("change")}</h2>}
      <GuideForm locale={locale} filters={filters} />
    </Page>
  );
}
