import type { Dataset } from "schema-dts";
import { OPEN_PATHS } from "@/lib/open-data/open-area";
import type { EditionHead } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { publisher } from "./site";

const FILES = [
  { path: OPEN_PATHS.newest, encodingFormat: "application/json" },
  { path: `${OPEN_PATHS.newest}?format=csv`, encodingFormat: "text/csv" },
  { path: OPEN_PATHS.hsdsArchive, encodingFormat: "application/zip" },
] as const;

/** The open data. Its parts have several terms, so its license is the part of the page that states each. */
export function rankingDataset(
  locale: Locale,
  site: string,
  edition: Pick<EditionHead, "number" | "computedAt">,
): Exclude<Dataset, string> {
  const t = getTranslator(locale, "openData");
  const url = site + localizedPath(locale, "/rankings/data");
  return {
    "@type": "Dataset",
    name: t("metaTitle"),
    description: t("metaDescription"),
    url,
    license: `${url}#terms`,
    creator: publisher(site),
    version: String(edition.number),
    dateModified: edition.computedAt.toISOString(),
    isAccessibleForFree: true,
    distribution: FILES.map(({ path, encodingFormat }) => ({
      "@type": "DataDownload",
      contentUrl: site + path,
      encodingFormat,
    })),
  };
}
