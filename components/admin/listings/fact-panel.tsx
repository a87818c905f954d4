import { FACT_TOPICS, attributeLabel, categoryLabel } from "@/lib/facts/attribute-labels";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import type { ListingForEditor } from "@/lib/listings/types";
import { formatAsOf, today } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { FactCheckForm } from "./fact-check-form";
import { RecordedCheck } from "./recorded-check";

/** What the sources say about a place, and a form for what staff found out themselves. */
export function FactPanel({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "facts");
  const rows = listing.facts.map(({ attribute, value, source, asOf, asOfPrecision }) => ({
    id: attribute,
    cells: [
      attributeLabel(locale, attribute),
      t(`form.${value}`),
      source && words(`source.${source}`),
      asOf && formatAsOf(locale, asOf, asOfPrecision ?? "day"),
    ],
  }));
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{t("facts.title")}</h2>
      <FactCheckForm listingId={listing.id} today={today()} groups={attributeGroups(locale)} />
      {listing.staffChecks.length > 0 && (
        <div>
          <h3 className="text-lg">{t("facts.checks")}</h3>
          <ul className="grid gap-4">
            {listing.staffChecks.map((check) => (
              <li key={check.id} className="border-l-2 border-line pl-3">
                <RecordedCheck
                  locale={locale}
                  of="fact"
                  listingId={listing.id}
                  check={check}
                  name={attributeLabel(locale, check.attribute)}
                  said={`${attributeLabel(locale, check.attribute)}: ${t(`form.${check.value}`)}`}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary className="min-h-11 font-semibold text-accent">{t("facts.all", { count: rows.length })}</summary>
        <DataTable
          caption={t("facts.title")}
          columns={(["attribute", "value", "source", "date"] as const).map((key) => ({
            key,
            head: t(`facts.columns.${key}`),
          }))}
          rows={rows}
        />
      </details>
    </section>
  );
}

/** Every attribute of the code book by category, in the order the public page groups them. */
export function attributeGroups(locale: Locale) {
  return FACT_TOPICS.flatMap(({ categories }) => categories).map((category) => ({
    label: categoryLabel(locale, category),
    attributes: [...ATTRIBUTES.values()]
      .filter((attribute) => attribute.category === category)
      .map(({ code }) => ({ code, label: attributeLabel(locale, code) })),
  }));
}
