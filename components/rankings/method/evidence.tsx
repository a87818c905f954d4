import type { MethodCriterion } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface EvidenceProps {
  locale: Locale;
  evidence: MethodCriterion["evidence"];
  level: "h4" | "h5";
}

/** Why it counts, each ground with its source. */
export function Evidence({ locale, evidence, level: Heading }: EvidenceProps) {
  const t = getTranslator(locale, "method.criterion");
  return (
    <>
      <Heading className="mt-3 font-sans text-sm font-semibold">{t("evidence")}</Heading>
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
