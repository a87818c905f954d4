import type { Presence } from "@/lib/facts/presence";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What a component must know of a listing to print its name. */
interface NamedListing {
  /** May be null when there is no page. */
  slug: string | null;
  name: string;
  presence: Presence;
}

interface ListingNameProps {
  locale: Locale;
  place: NamedListing;
  /** Before the name, inside the link. */
  before?: string;
  className?: string;
}

/** The name of a listing: links to its page while it has one, and says when the place is closed or gone. */
export function ListingName({ locale, place, before = "", className = "text-link" }: ListingNameProps) {
  const { slug, name, presence } = place;
  const mark = presenceMark(locale, presence);
  return (
    <>
      {presence === "gone" ? (
        before + name
      ) : (
        <a href={localizedPath(locale, `/listings/${slug}`)} className={className}>
          {before + name}
        </a>
      )}
      {mark && <strong className="font-sans text-sm text-warning"> {mark}</strong>}
    </>
  );
}

/** "(closed)" when it is closed, else nothing. */
export function presenceMark(locale: Locale, presence: Presence): string | null {
  return presence === "closed" || presence === "gone" ? getTranslator(locale, "listings.presence")(presence) : null;
}

/** The name with its mark, for places that can hold only text. */
export function listingTitle(locale: Locale, { name, presence }: Omit<NamedListing, "slug">): string {
  return [name, presenceMark(locale, presence)].filter(Boolean).join(" ");
}
