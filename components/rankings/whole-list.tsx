import type { ReactNode } from "react";
import { PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { pageCountOf } from "@/lib/shared/page-count";
import type { RankedProgram } from "@/lib/rankings/types";
import { ButtonLink } from "@/components/ui/button";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { BandSummary } from "./band-summary";

interface WholeListProps {
  locale: Locale;
  /** In order. */
  list: readonly RankedProgram[];
  /** The English path of a page of the list. */
  pathOf: (page: number) => string;
  /** Above the bands. */
  children?: ReactNode;
}

/** The way into a list that is too long for this page: its bands, and its first page. */
export function WholeList({ locale, list, pathOf, children }: WholeListProps) {
  const t = getTranslator(locale, "rankings.pages");
  return (
    <section id="list" aria-labelledby="list-title" className="mt-14">
      <h2 id="list-title" className="text-2xl">
        {t("whole")}
      </h2>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        {t("wholeLead", { total: list.length, count: pageCountOf(list.length, PROGRAMS_PER_PAGE) })}
      </p>
      {children}
      <BandSummary locale={locale} list={list} pathOf={pathOf} />
      <p className="mt-4">
        <ButtonLink href={localizedPath(locale, pathOf(1))}>{t("begin")}</ButtonLink>
      </p>
    </section>
  );
}
