import { LISTING_KINDS } from "@/lib/facts/kind";
import type { ListingKind } from "@/lib/facts/kind";
import { MAP_PATH, mapKindPath } from "@/lib/map/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const LOOK = "inline-flex min-h-11 items-center rounded-full border px-4 text-sm font-semibold no-underline";

/** The map of all places, or of one kind of care. */
export function KindLinks({ locale, kind }: { locale: Locale; kind: ListingKind | null }) {
  const t = getTranslator(locale, "map");
  const kinds = getTranslator(locale, "listings.kind");
  const links = [
    { key: "all", path: MAP_PATH, words: t("allKinds"), isHere: kind === null },
    ...LISTING_KINDS.map((each) => ({ key: each, path: mapKindPath(each), words: kinds(each), isHere: kind === each })),
  ];
  return (
    <nav aria-label={t("kinds")} className="no-print mt-6">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ key, path, words, isHere }) => (
          <li key={key}>
            <a
              href={localizedPath(locale, path)}
              aria-current={isHere ? "page" : undefined}
              className={`${LOOK} ${isHere ? "border-accent bg-accent text-accent-ink" : "border-line-strong bg-surface hover:bg-accent-soft"}`}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
