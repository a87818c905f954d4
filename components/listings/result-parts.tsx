import { Fragment, type ReactNode } from "react";
import { ringSteps } from "@/lib/search/ring-steps";
import type { SearchAnswer, SearchHit, SearchResult } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { PartTitle } from "./part-title";
import { SaidNoTitle } from "./said-no";
import { startText } from "./start-text";

interface ResultPartsProps {
  locale: Locale;
  isFirstPage: boolean;
  answer: SearchAnswer;
  /** Draws the places of one part; there may be none. */
  list: (hits: readonly SearchHit[]) => ReactNode;
}

/** The places in the order of the list, each part below the sentence that tells it from the ones before. */
export function ResultParts({ locale, isFirstPage, answer: { result, facets, text }, list }: ResultPartsProps) {
  const { hits, ring } = result;
  const isLast = ({ treatsOpioids }: SearchHit) => !treatsOpioids && !text.asksOthers;
  const others = hits.filter(isLast);
  const declined = hits.filter((hit) => hit.saidNo && !isLast(hit));
  const fitting = hits.filter((hit) => !hit.saidNo && !isLast(hit));
  const beyond = fitting.filter(({ isBeyond }) => isBeyond);
  return (
    <>
      {ring ? (
        <RingParts locale={locale} isFirstPage={isFirstPage} result={result} fitting={fitting} list={list} />
      ) : (
        list(fitting)
      )}
      {ring && beyond.length > 0 && (
        <PartTitle>{getTranslator(locale, "reading")("beyond", { miles: ring.miles })}</PartTitle>
      )}
      {list(beyond)}
      {declined.length > 0 && facets.saidNo && <SaidNoTitle locale={locale} saidNo={facets.saidNo} />}
      {list(declined)}
      {others.length > 0 && <PartTitle>{getTranslator(locale, "filters")("others.title")}</PartTitle>}
      {list(others)}
    </>
  );
}

interface RingPartsProps extends Pick<ResultPartsProps, "locale" | "isFirstPage" | "list"> {
  result: SearchResult;
  /** The places of the first part. */
  fitting: readonly SearchHit[];
}

/** The places within the ring, each step below how far it is; where there are none, on the first page it says so. */
function RingParts({ locale, isFirstPage, result: { ring, start }, fitting, list }: RingPartsProps) {
  const t = getTranslator(locale, "reading");
  if (!ring || !start || fitting.length === 0) return null;
  if (ring.isEmpty)
    return (
      isFirstPage && <PartTitle>{t("noneWithin", { miles: ring.miles, place: startText(locale, start) })}</PartTitle>
    );
  const within = fitting.filter(({ isBeyond }) => !isBeyond);
  return ringSteps(ring, within).map(({ from, to, isRanked, hits }) => (
    <Fragment key={`${to} ${isRanked}`}>
      <PartTitle>{t(`step.${isRanked ? "ranked" : "notRanked"}`, { from, to })}</PartTitle>
      {list(hits)}
    </Fragment>
  ));
}
