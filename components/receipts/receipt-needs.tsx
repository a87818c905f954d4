import { optionLabel } from "@/lib/facts/filter-labels";
import { partsOf } from "@/lib/outreach/needs";
import type { Needs } from "@/lib/outreach/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What the person looks for, as our team noted it: we ask places for nothing else. */
export function ReceiptNeeds({ locale, needs: { codes, near } }: { locale: Locale; needs: Needs }) {
  const t = getTranslator(locale, "receipt.looked");
  const isKnown = codes.length > 0 || near !== null;
  return (
    <section aria-labelledby="looked" className="grid gap-3">
      <h2 id="looked" className="text-2xl">
        {t("title")}
      </h2>
      <p>{t(isKnown ? "lead" : "none")}</p>
      {isKnown && (
        <ul className="list-disc pl-5">
          {codes.map((need) => {
            const { group, option } = partsOf(need);
            return <li key={need}>{optionLabel(locale, group, option)}</li>;
          })}
          {near !== null && <li>{t("near", { zip: near })}</li>}
        </ul>
      )}
    </section>
  );
}
