import { attributeLabel } from "@/lib/facts/attribute-labels";
import { sectionPath } from "@/lib/methods/paths";
import type { FailedGate } from "@/lib/rankings/gates";
import type { Standing } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { detailDate } from "../exclusion-reason";
import { WhyReport } from "./report";

interface WhyGatesProps {
  locale: Locale;
  standing: Extract<Standing, { status: "excluded" }>;
  slug: string;
}

/** What a place that is not ranked would need to be ranked: every gate it fails, not only the first. */
export function WhyGates({ locale, standing, slug }: WhyGatesProps) {
  const t = getTranslator(locale, "rankings.change");
  const { change, method, edition } = standing;
  return (
    <section id="change" aria-labelledby="change-title" className="mt-6 rounded-lg border border-line bg-surface p-5">
      <h3 id="change-title" className="text-xl">
        {t("gatesTitle")}
      </h3>
      <p className="mt-1 text-sm text-muted">{t("gatesLead", { number: edition.number })}</p>
      <ul className="mt-3 max-w-prose list-disc space-y-2 pl-5">
        {change.failed.map((gate) => (
          <li key={gate.reason}>{gateWords(locale, gate, change.missingPoints)}</li>
        ))}
      </ul>
      <p className="no-print mt-2">
        <a
          href={localizedPath(locale, sectionPath(method.version, "gates"))}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("gatesLink")}
        </a>
      </p>
      <WhyReport locale={locale} slug={slug} />
    </section>
  );
}

function gateWords(locale: Locale, { reason, detail }: FailedGate, missingPoints: number): string {
  const t = getTranslator(locale, "rankings.change.gates");
  if (reason === "does_not_treat_opioid_use_disorder") {
    const quoted = getTranslator(locale, "rankings.change");
    const codes = (detail ?? "").split(" ");
    const answers = codes.map((code) => quoted("quoted", { words: attributeLabel(locale, code) }));
    return t(reason, { count: answers.length, answers: answers.join(", ") });
  }
  if (reason === "not_enough_known" || reason === "not_surveyed") return t(reason, { points: missingPoints });
  if (reason === "no_current_authorization" || reason === "outpatient_certificate_only" || reason === "not_checked")
    return t(reason);
  return t(reason, { date: detail ? detailDate(locale, detail) : "" });
}
