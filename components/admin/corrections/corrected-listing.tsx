import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { ListingKind } from "@/lib/facts/kind";
import type { ListingForEditor } from "@/lib/listings/types";
import { formatAsOf } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { StatusBadge } from "../status-badge";

const SHOWN = [
  "unit",
  "street",
  "street2",
  "city",
  "zip",
  "phone",
  "intakePhones",
  "closedOn",
  "closedReason",
] as const;

/** What the listing says today, beside what the reporter says is wrong, with links to change it. */
export function CorrectedListing({ locale, listing }: { locale: Locale; listing: ListingForEditor }) {
  const t = getTranslator(locale, "admin");
  const { id, name, status, values } = listing;
  const lines = SHOWN.filter((field) => values[field] !== "");
  return (
    <section aria-labelledby="listing-title" className="space-y-4">
      <h2 id="listing-title" className="flex flex-wrap items-center gap-3 text-xl">
        {name} <StatusBadge locale={locale} status={status} />
      </h2>
      <p className="flex flex-wrap gap-x-6">
        <a href={`/admin/listings/${id}`} className="text-link inline-flex min-h-11 items-center font-semibold">
          {t("correction.edit")}
        </a>
        <a
          href={`/admin/listings/${id}#attribute`}
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          {t("correction.check")}
        </a>
        {status === "published" && (
          <a href={`/listings/${listing.slug}`} className="text-link inline-flex min-h-11 items-center">
            {t("correction.publicPage")}
          </a>
        )}
      </p>
      <dl className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-surface p-4 sm:grid-cols-[9rem_1fr]">
        <dt className="font-semibold">{t("table.kind")}</dt>
        <dd>{getTranslator(locale, "listings.kind")(values.kind as ListingKind)}</dd>
        {lines.map((field) => (
          <div key={field} className="contents">
            <dt className="font-semibold">{t(`listing.fields.${field}`)}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{values[field]}</dd>
          </div>
        ))}
      </dl>
      <Facts locale={locale} facts={listing.facts} />
    </section>
  );
}

function Facts({ locale, facts }: { locale: Locale; facts: ListingForEditor["facts"] }) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "facts");
  return (
    <details>
      <summary className="min-h-11 font-semibold text-accent">{t("facts.all", { count: facts.length })}</summary>
      <DataTable
        caption={t("facts.title")}
        columns={(["attribute", "value", "source", "date"] as const).map((key) => ({
          key,
          head: t(`facts.columns.${key}`),
        }))}
        rows={facts.map(({ attribute, value, source, asOf, asOfPrecision }) => ({
          id: attribute,
          cells: [
            attributeLabel(locale, attribute),
            t(`form.${value}`),
            source && words(`source.${source}`),
            asOf && formatAsOf(locale, asOf, asOfPrecision ?? "day"),
          ],
        }))}
      />
    </details>
  );
}
