import type { ListPart } from "@/lib/rankings/list-pages";
import { editionPath, notRankedPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import type { ExcludedListing } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Exclusions } from "./exclusions";
import { ListHead } from "./list-head";
import { Pager } from "./pager";

interface NotRankedPageProps {
  locale: Locale;
  part: ListPart<ExcludedListing>;
  /** Of the edition; null for the newest. */
  number: number | null;
}

/** One page of what an edition does not rank. */
export function NotRankedPage({ locale, part, number }: NotRankedPageProps) {
  const t = getTranslator(locale, "rankings");
  const back =
    number === null
      ? { path: RANKINGS_PATH, words: t("pages.back") }
      : { path: editionPath(number), words: t("oneEdition.edition", { number }) };
  const title = number === null ? t("excluded.title") : t("pages.notRankedOf", { number });
  return (
    <>
      <ListHead locale={locale} title={title} part={part} back={back} />
      <p className="mt-2 max-w-prose text-muted">{t(part.total > 0 ? "excluded.lead" : "excluded.none")}</p>
      <Exclusions locale={locale} exclusions={part.entries} />
      <Pager locale={locale} part={part} pathOf={(page) => notRankedPath(number, page)} />
    </>
  );
}
