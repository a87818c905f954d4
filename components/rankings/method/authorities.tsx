import { LISTING_KINDS } from "@/lib/facts/kind";
import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { codeWords } from "./code-words";
import { Evidence } from "./evidence";

interface AuthoritiesProps {
  locale: Locale;
  gate: RankingMethod["gates"]["authorized"];
}

/** What authorizes each kind of care, as the record has it. */
export function Authorities({ locale, gate }: AuthoritiesProps) {
  const t = getTranslator(locale, "method.gates");
  const kinds = getTranslator(locale, "listings.kind");
  const { licenseClasses, certifications, otherAuthorities, notChecked, evidence } = gate;
  const classes = LISTING_KINDS.filter((kind) => licenseClasses[kind].length > 0)
    .map((kind) => `${kinds(kind)} [${licenseClasses[kind].join(", ")}]`)
    .join("; ");
  const authorities = otherAuthorities.map(({ name, codes }) => `${name[locale]} [${codes.join(", ")}]`).join("; ");
  const lines = [
    t("classes", { classes }),
    t("certifications", { codes: codeWords(locale, certifications) }),
    t("otherAuthorities", { authorities }),
    t("notChecked", { codes: codeWords(locale, notChecked.codes), names: notChecked.names.join(", ") }),
  ];
  return (
    <div className="mt-3 grid grid-cols-1 gap-x-8 text-sm text-muted lg:grid-cols-2">
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="lg:-mt-3">
        <Evidence locale={locale} evidence={evidence} />
      </div>
    </div>
  );
}
