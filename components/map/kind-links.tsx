import type { ListingKind } from "@/lib/facts/kind";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const LOOK = "inline-flex min-h-11 items-center rounded-full border px-4 text-sm font-semibold no-underline";

interface KindLinksProps {
  locale: Locale;
  kind: ListingKind | null;
  /** Those that there is a map of. */
  kinds: readonly ListingKind[];
  /** The English path of the same map of one kind of care, or of all. */
  pathOf: (kind: ListingKind | null) => string;
}

/** The map of all places, or of one kind of care. */
export function KindLinks({ locale, kind, kinds, pathOf }: KindLinksProps) {
  const t = getTranslator(locale, "map");
  const nameOf = getTranslator(locale, "listings.kind");
  return (
    <nav aria-label={t("kinds")} className="no-print mt-6">
      <ul className="flex flex-wrap gap-2">
        {[null, ...kinds].map((each) => (
          <li key={each}>
            <a
              href={localizedPath(locale, pathOf(each))}
              aria-current={each === kind ? "page" : undefined}
              className={`${LOOK} ${each === kind ? "border-accent bg-accent text-accent-ink" : "border-line-strong bg-surface hover:bg-accent-soft"}`}
            >
              {each ? nameOf(each) : t("allKinds")}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
