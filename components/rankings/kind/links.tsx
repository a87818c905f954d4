import { LISTING_KINDS } from "@/lib/facts/kind";
import type { ListingKind } from "@/lib/facts/kind";
import { kindPath } from "@/lib/rankings/kinds";
import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Pills } from "../pills";

interface KindLinksProps {
  locale: Locale;
  entries: readonly RankedProgram[];
  /** The list the page shows; null for the overall one. */
  current: ListingKind | null;
}

/** Links between the overall list and the lists within each kind of care, with how many places each ranks. */
export function KindLinks({ locale, entries, current }: KindLinksProps) {
  const t = getTranslator(locale, "rankings.kinds");
  const kinds = getTranslator(locale, "listings.kind");
  const count = (kind: ListingKind) => entries.filter(({ listing }) => listing.kind === kind).length;
  const links = LISTING_KINDS.map((kind) => ({
    href: localizedPath(locale, kindPath(kind)),
    label: t("link", { name: kinds(kind), count: count(kind) }),
    isCurrent: kind === current,
  }));
  const overall = {
    href: localizedPath(locale, "/rankings"),
    label: t("link", { name: t("overall"), count: entries.length }),
    isCurrent: current === null,
  };
  return <Pills label={t("label")} links={[overall, ...links]} />;
}
