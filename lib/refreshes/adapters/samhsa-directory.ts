import { DownloadFailure } from "@/lib/server/download";
import { ImportFailure } from "@/lib/sources/failure";
import { editionDate } from "@/lib/sources/source-edition";
import type { SourceAdapter } from "../types";

const LANDING =
  "/data/data-we-collect/n-sumhss-national-substance-use-and-mental-health-services-survey/national-directories";

/** The newest edition that we know of. Each year's is in a folder whose number nobody can tell beforehand. */
const KNOWN = {
  year: 2025,
  path: "/data/sites/default/files/reports/rpt57009/2025_SU_Facilities_for_All_City_All.xlsx",
};

/** "…/2026_SU_Facilities_for_All_City_All.xlsx": what the publisher calls its workbook, or a CSV of it. */
const WORKBOOK = /href\s*=\s*["']([^"']*\/(20\d\d)_SU_Facilities[^"'/]*\.(?:xlsx|csv))["']/gi;

/** SAMHSA's National Directory of treatment facilities for substance use: a workbook each year, at another URL. */
export function samhsaDirectory(origin = "https://www.samhsa.gov"): SourceAdapter {
  const landingUrl = origin + LANDING;
  return {
    key: "samhsa",
    publisher: "Substance Abuse and Mental Health Services Administration",
    title: "National Directory of Drug and Alcohol Use Treatment Facilities",
    landingUrl,
    cadence: "yearly",
    license: "public_domain",
    feeds: "samhsa",
    maxBytes: 30_000_000,
    hosts: [new URL(origin).host],
    locate: async (look) => {
      const known = { url: origin + KNOWN.path };
      const page = await look(landingUrl).catch((error: unknown) => {
        // Nobody is there at all: then neither is the file.
        if (!(error instanceof DownloadFailure) || error.code === "offline") throw error;
        return error;
      });
      if (typeof page !== "string")
        return {
          ...known,
          note: `The publisher's page did not tell (${page.message}) This is the newest URL we know.`,
        };
      const newest = newestIn(page);
      if (!newest) return { ...known, note: `${landingUrl} names no workbook. This is the newest URL we know.` };
      return newest.year < KNOWN.year ? known : { url: new URL(newest.url, landingUrl).href };
    },
    editionOf: (url) => {
      const year = /(?<!\d)(20\d\d)(?!\d)[^/]*$/.exec(new URL(url).pathname)?.[1];
      if (!year)
        throw new ImportFailure(
          `${url} does not name its year, so nobody knows which edition it is. Download it, and import it with ` +
            "npm run import -- FILE --source samhsa --edition YEAR.",
        );
      return { edition: year, date: editionDate("samhsa", year) };
    },
    toFile: (bytes) => bytes,
  };
}

function newestIn(page: string): { year: number; url: string } | undefined {
  return [...page.matchAll(WORKBOOK)]
    .map(([, url = "", year]) => ({ url: url.replaceAll("&amp;", "&"), year: Number(year) }))
    .sort((a, b) => b.year - a.year)[0];
}
