import { globSync } from "tinyglobby";

/** The URL of a public page, as a visitor comes to it, in English. */
interface Visit {
  path: string;
  /** A document is sent without scripts; a tool is hydrated. */
  kind: "document" | "tool";
  status: number;
}

export const AURORA = "aurora-charter-oak-hospital-covina";
export const TWIN_TOWN = "twin-town-treatment-centers-twin-town-sherman-oaks-sherman-oaks";
const CHOSEN = `place=${AURORA}&place=${TWIN_TOWN}`;

/** Where each route of the app folder is visited. One that fails names its status. */
const VISITS: Record<string, (string | [path: string, status: number])[]> = {
  "(answers)/call-sheet": [`/call-sheet?${CHOSEN}`],
  "(answers)/compare": [`/compare?${CHOSEN}&near=90012`],
  "(answers)/find": ["/find?payment=medi-cal&language=spanish&sort=rank"],
  "(answers)/listings": ["/listings", "/listings?q=pasedena+xylophone+free+overdose&near=the+valley"],
  "(answers)/listings/[slug]/asked": [`/listings/${AURORA}/asked?payment=medi-cal&language=spanish&near=Boyle+Heights`],
  "(answers)/map/asked": ["/map/asked?payment=medi-cal&language=spanish&near=90012"],
  "(reading)": ["/"],
  "(reading)/[...missing]": [["/no/such/page", 404]],
  "(reading)/about": ["/about"],
  "(reading)/blog": ["/blog"],
  "(reading)/blog/[slug]": ["/blog/how-we-rank-heroin-rehabs-in-los-angeles", ["/blog/there-is-no-such-post", 404]],
  "(reading)/blog/page/[page]": ["/blog/page/2", ["/blog/page/99", 404]],
  "(reading)/blog/tags/[tag]": ["/blog/tags/heroin"],
  "(reading)/corrections": ["/corrections"],
  "(reading)/corrections/page/[page]": [["/corrections/page/99", 404]],
  "(reading)/editorial-policy": ["/editorial-policy"],
  "(reading)/editorial-team": ["/editorial-team"],
  "(reading)/help-now": ["/help-now"],
  "(reading)/independence": ["/independence"],
  "(reading)/inquiry": [["/inquiry", 404]],
  "(reading)/inquiry/expired": [["/inquiry/expired", 410]],
  "(reading)/listings/[slug]": [`/listings/${AURORA}`, ["/listings/there-is-no-such-place", 404]],
  "(reading)/map": ["/map"],
  "(reading)/map/[area]": ["/map/central-los-angeles", ["/map/no-such-area", 404]],
  "(reading)/map/[area]/page/[page]": ["/map/san-fernando-valley/page/2", ["/map/westside/page/99", 404]],
  "(reading)/map/kinds/[kind]": ["/map/kinds/hospital"],
  "(reading)/map/kinds/[kind]/[area]": ["/map/kinds/residential/westside", ["/map/kinds/spa/westside", 404]],
  "(reading)/map/kinds/[kind]/[area]/page/[page]": [
    "/map/kinds/residential/san-fernando-valley/page/2",
    ["/map/kinds/residential/westside/page/99", 404],
  ],
  "(reading)/ownership": ["/ownership"],
  "(reading)/privacy": ["/privacy"],
  "(reading)/rankings": ["/rankings"],
  "(reading)/rankings/data": ["/rankings/data"],
  "(reading)/rankings/editions": ["/rankings/editions"],
  "(reading)/rankings/editions/[number]": ["/rankings/editions/1", ["/rankings/editions/99", 404]],
  "(reading)/rankings/editions/[number]/not-ranked/page/[page]": [
    "/rankings/editions/1/not-ranked/page/2",
    ["/rankings/editions/1/not-ranked/page/99", 404],
  ],
  "(reading)/rankings/editions/[number]/page/[page]": [
    "/rankings/editions/1/page/2",
    ["/rankings/editions/1/page/99", 404],
  ],
  "(reading)/rankings/kinds/[kind]": ["/rankings/kinds/hospital", ["/rankings/kinds/spa", 404]],
  "(reading)/rankings/kinds/[kind]/page/[page]": [
    "/rankings/kinds/residential/page/2",
    ["/rankings/kinds/residential/page/99", 404],
  ],
  "(reading)/rankings/method": ["/rankings/method"],
  "(reading)/rankings/method/[version]": ["/rankings/method/1", ["/rankings/method/99", 404]],
  "(reading)/rankings/method/[version]/[section]": [
    "/rankings/method/1/gates",
    "/rankings/method/1/medication",
    "/rankings/method/1/formula",
    ["/rankings/method/1/wishes", 404],
  ],
  "(reading)/rankings/method/changelog": ["/rankings/method/changelog"],
  "(reading)/rankings/not-ranked/page/[page]": ["/rankings/not-ranked/page/1", ["/rankings/not-ranked/page/99", 404]],
  "(reading)/rankings/page/[page]": ["/rankings/page/1", ["/rankings/page/99", 404]],
  "(tools)/contact": ["/contact"],
  "(tools)/contact/thank-you": ["/contact/thank-you"],
  // Opened with a person's own link: writing/receipt.spec.ts.
  "(tools)/inquiry/[token]": [],
  "(tools)/inquiry/[token]/delete": [],
  "(tools)/inquiry/[token]/narrow": [],
  "(tools)/listings/[slug]/correction": [`/listings/${AURORA}/correction`],
  "(tools)/rankings/mine": ["/rankings/mine"],
  "(tools)/shortlist": [`/shortlist?${CHOSEN}`],
};

const HOME = "app/[locale]/";

/** The visits of every public page there is. */
export const PUBLIC_PAGES: Visit[] = Object.entries(VISITS).flatMap(([route, visits]) =>
  visits.map((visit): Visit => {
    const [path, status] = typeof visit === "string" ? [visit, 200] : visit;
    return { path, status, kind: route.startsWith("(tools)") ? "tool" : "document" };
  }),
);

/** Routes of the app folder without a row above, and rows without a route. */
export function routesOutOfStep(): string[] {
  const pages = globSync("app/[[]locale]/**/page.tsx").map((file) => file.slice(HOME.length, -"/page.tsx".length));
  return [...pages.filter((page) => !(page in VISITS)), ...Object.keys(VISITS).filter((row) => !pages.includes(row))];
}
