import type { MethodCriterion } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface EvidenceProps {
  locale: Locale;
  evidence: MethodCriterion["evidence"];
}

/** Why it counts, each ground with its source. */
export function Evidence({ locale, evidence }: EvidenceProps) {
  const t = getTranslator(locale, "method.criterion");
  return (
    <>
      <h3 className="mt-3 font-sans text-sm font-semibold">{t("evidence")}</h3>
      <ul className="list-disc space-y-1.5 pl-5 text-sm">
        {evidence.map(({ title, claim, url, year }) => (
          <li key={url}>
            {claim[locale]}{" "}
            <a href={url} rel="noreferrer" lang="en" className="text-link">
              {title}
            </a>
            {year && ` (${year})`}
          </li>
        ))}
      </ul>
    </>
  );
}
