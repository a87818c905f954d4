import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { EditionDecision, ProposedEdition, Publishing } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Moment } from "../moment";
import { ChangeTables } from "./changes";
import { Decisions } from "./decisions";
import { PublishForm } from "./forms";

interface ProposedProps {
  locale: Locale;
  proposed: ProposedEdition;
  /** What tells a listing from others of its name, by id. */
  apart: ReadonlyMap<string, string>;
  decisions: readonly EditionDecision[];
  /** Whether the member who reads it may publish it. */
  publishing: Publishing;
}

/** The edition that waits: what it is, what it would change and why, and the form that publishes it. */
export function Proposed({ locale, proposed, apart, decisions, publishing }: ProposedProps) {
  const t = getTranslator(locale, "admin.ranking.proposed");
  const { computedAt, changes } = proposed;
  const { since, judgedOn, ranked, stays } = changes;
  return (
    <section aria-labelledby="proposed" className="space-y-4 rounded-md border border-line-strong bg-surface p-4">
      <h2 id="proposed" className="text-xl">
        {t("title")}
      </h2>
      <p className="max-w-prose">{t("lead")}</p>
      <dl className="grid gap-x-4 sm:grid-cols-[12rem_1fr]">
        <Entry term={t("made")}>
          <Moment locale={locale} at={computedAt} />
        </Entry>
        <Entry term={t("since")}>{since === null ? t("first") : t("edition", { number: since })}</Entry>
        <Entry term={t("judgedOn")}>{formatDay(locale, judgedOn)}</Entry>
        <Entry term={t("method")}>{methodText(locale, changes)}</Entry>
        <Entry term={t("ranked")}>
          {ranked.from === ranked.to ? ranked.to : t("fromTo", { from: ranked.from, to: ranked.to })}
        </Entry>
        <Entry term={t("stay")}>{t("stayCounts", stays)}</Entry>
      </dl>
      <ChangeTables locale={locale} changes={changes} apart={apart} />
      <h3 className="text-lg">{t("decided")}</h3>
      <Decisions locale={locale} decisions={decisions} />
      {publishing === "others" ? (
        <Notice tone="warning">{t("leftToOthers")}</Notice>
      ) : (
        <PublishForm locale={locale} checksum={changes.checksum.to} isAlone={publishing === "alone"} />
      )}
    </section>
  );
}

function methodText(locale: Locale, { methodVersion, methodChanged }: ProposedEdition["changes"]): string {
  const t = getTranslator(locale, "admin.ranking.proposed");
  const { from, to } = methodVersion;
  if (from === null || from === to) return t("methodSame", { version: to });
  return t(methodChanged ? "methodOther" : "methodWords", { from, to });
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{term}</dt>
      <dd className="mb-2 wrap-anywhere sm:mb-0">{children}</dd>
    </>
  );
}
