import { listingTitle } from "@/components/listings/listing-name";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { pathWithListings, type Pairs } from "@/lib/choices/paths";
import type { NamedListing } from "@/lib/facts/listing-title";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

export interface ListingFinderProps {
  locale: Locale;
  /** The English path of the page that shows the chosen places. */
  path: string;
  /** Slugs chosen so far. */
  chosen: readonly string[];
  /** What else the URL says and must go on saying. */
  more: Record<string, string | null>;
  /** What the person asked for. */
  asked: Pairs;
  /** What was looked for; "" before anything was. */
  text: string;
  found: readonly NamedListing[];
}

/** Adds a place by its name: a plain form whose answers are links, so it needs no script. */
export function ListingFinder({ locale, path, chosen, more, asked, text, found }: ListingFinderProps) {
  const t = getTranslator(locale, "choices.finder");
  const addable = found.filter(({ slug }) => !chosen.includes(slug));
  return (
    <div>
      <form method="get" action={localizedPath(locale, path)} className="flex flex-wrap items-end gap-3">
        <HiddenState chosen={chosen} more={more} asked={asked} />
        <div className="min-w-0 grow">
          <TextField name="add" type="search" label={t("label")} defaultValue={text} maxLength={80} />
        </div>
        <Button look="quiet">{t("submit")}</Button>
      </form>
      {text && (
        <div>
          <p className="mt-3 text-sm">{t("found", { count: addable.length, text })}</p>
          <ul>
            {addable.map((place) => (
              <li key={place.slug}>
                <a
                  href={localizedPath(locale, pathWithListings(path, [...chosen, place.slug], more, asked))}
                  className="text-link inline-flex min-h-11 items-center"
                >
                  {t("add", { name: listingTitle(locale, place) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What a form must carry on so that the URL it leads to still says it. */
export function HiddenState({ chosen, more, asked }: Pick<ListingFinderProps, "chosen" | "more" | "asked">) {
  return (
    <>
      {chosen.map((slug) => (
        <input key={slug} type="hidden" name="place" value={slug} />
      ))}
      {Object.entries(more).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {asked.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
