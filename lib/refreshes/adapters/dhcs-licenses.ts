import { z } from "@/lib/shared/zod";
import { ImportFailure } from "@/lib/sources/failure";
import { editionDate } from "@/lib/sources/source-edition";
import { toStateFile } from "../state-layer";
import type { SourceAdapter } from "../types";

const DATASET = "sud-recovery-treatment-facilities";

/** What CKAN says of a dataset, as far as we read it. */
const packageSchema = z.object({
  result: z.object({
    resources: z.array(z.object({ url: z.string(), format: z.string().catch(""), name: z.string().nullish() })),
  }),
});

/** The state's list of licensed and certified facilities, on the portal of its health agency (CKAN). */
export function dhcsLicenses(origin = "https://data.chhs.ca.gov"): SourceAdapter {
  const about = `${origin}/api/3/action/package_show?id=${DATASET}`;
  return {
    key: "dhcs",
    publisher: "California Department of Health Care Services",
    title: "SUD Recovery Treatment Facilities",
    landingUrl: `${origin}/dataset/${DATASET}`,
    cadence: "monthly",
    license: "cc_by_4",
    feeds: "dhcs",
    maxBytes: 10_000_000,
    // The portal hands its files out from a store; the department's own map has the same list.
    hosts: [new URL(origin).host, "s3.amazonaws.com", "gis.dhcs.ca.gov"],
    locate: async (look) => ({ url: fileIn(await look(about), about) }),
    editionOf: (_url, fetchedOn) => ({ edition: fetchedOn, date: editionDate("dhcs", fetchedOn) }),
    toFile: toStateFile,
  };
}

/** The one CSV of the dataset. */
function fileIn(text: string, about: string): string {
  const files = resourcesIn(text, about).filter(({ format, url }) => format.toLowerCase() === "csv" && url);
  const [file, ...others] = files;
  if (!file) throw new ImportFailure(`${about} names no CSV. Look where the list is now, and set REFRESH_URLS.`);
  if (others.length > 0)
    throw new ImportFailure(
      `${about} names several CSVs: ${files.map(({ name, url }) => name || url).join(", ")}. Say which in REFRESH_URLS.`,
    );
  return file.url;
}

function resourcesIn(text: string, about: string) {
  try {
    return packageSchema.parse(JSON.parse(text)).result.resources;
  } catch {
    throw new ImportFailure(`${about} does not answer as CKAN does. Look where the list is now, and set REFRESH_URLS.`);
  }
}
