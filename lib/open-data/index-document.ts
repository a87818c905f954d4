import { aboutFor } from "./about";
import { HSDS_RESOURCES } from "./hsds/resources";
import { OPEN_AREA, OPEN_PATHS } from "./open-area";
import type { IndexDocument } from "./schema";

type Link = IndexDocument["links"][number];

/** All there is, with a link to each. @param site the site's URL without a trailing slash */
export function indexDocument(site: string): IndexDocument {
  const link = (path: string, name: string, formats: Link["formats"], description: string): Link => {
    return { name, url: `${site}${path}`, formats, description };
  };
  return {
    about: aboutFor(site, null),
    links: [
      link(
        OPEN_PATHS.newest,
        "rankings",
        ["json", "csv"],
        `The newest edition of the ranking of ${OPEN_AREA.name}, with the answers, the method and the formula.`,
      ),
      link(OPEN_PATHS.editions, "editions", ["json", "csv"], "Every edition, and the method of each."),
      link(OPEN_PATHS.method(1), "methods", ["json"], "One published method; another version has another number."),
      link(
        OPEN_PATHS.listings,
        "listings",
        ["json", "csv"],
        "Every published place with its answers, licenses and rank: JSON in pages, CSV as one table.",
      ),
      link(OPEN_PATHS.hsds, "hsds", ["json"], "The same in the Human Services Data Specification 3.0."),
      link(OPEN_PATHS.hsdsProfile, "hsds profile", ["json"], "What we add to HSDS, and how we read its fields."),
      ...HSDS_RESOURCES.map((resource) =>
        link(
          OPEN_PATHS.hsdsTable(resource),
          `hsds ${resource}`,
          ["json"],
          "In pages; one record has its id behind it.",
        ),
      ),
      link(OPEN_PATHS.hsdsArchive, "hsds.zip", ["zip"], "All of HSDS at once, as a Tabular Data Package."),
      link(OPEN_PATHS.openapi, "openapi", ["json"], "OpenAPI 3.1: every URL with its parameters and answers."),
    ],
  };
}
