import type { Presence } from "@/lib/facts/presence";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** A place as anything that names it must know it. */
interface NamedListing {
  /** May be null where there is no page. */
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

/** A place's name in a list: leads to its page while it has one, and says so when it is closed or gone. */
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

/** "(closed)" where it is, else nothing. */
export function presenceMark(locale: Locale, presence: Presence): string | null {
  return presence === "closed" || presence === "gone" ? getTranslator(locale, "listings.presence")(presence) : null;
}

/** The name with its mark, where there is room for text only. */
export function listingTitle(locale: Locale, { name, presence }: Omit<NamedListing, "slug">): string {
  return [name, presenceMark(locale, presence)].filter(Boolean).join(" ");
}
