import { placeLine } from "@/components/listings/address";
import { ListingName } from "@/components/listings/listing-name";
import type { RankedMember } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LicenseNotes } from "./license-notes";

interface EntryMembersProps {
  locale: Locale;
  members: readonly RankedMember[];
}

/** The addresses of a program that has several, each with its page. */
export function EntryMembers({ locale, members }: EntryMembersProps) {
  const t = getTranslator(locale, "rankings.members");
  return (
    <details className="text-sm">
      <summary className="min-h-11 py-2.5 font-semibold">{t("addresses", { count: members.length })}</summary>
      <ul className="mb-2 border-l-2 border-line pl-3">
        {members.map(({ listing, ...member }) => (
          <li key={listing.slug}>
            <ListingName
              locale={locale}
              place={listing}
              words={placeLine(listing)}
              className="text-link inline-flex min-h-11 items-center"
            />
            {listing.unit && <span className="block text-muted">{listing.unit}</span>}
            {listing.presence !== "gone" && <LicenseNotes locale={locale} member={member} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
