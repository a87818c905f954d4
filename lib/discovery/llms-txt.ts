import { getTranslator } from "@/lib/shared/i18n";

/** [title, English path, what is there], as the format of llms.txt has lists of links. */
const SECTIONS: Record<string, readonly (readonly [title: string, path: string, about: string])[]> = {
  "In danger": [["Help right now", "/help-now", "what to do in an overdose. Call 911 first; 988 is the crisis line"]],
  "Key pages": [
    ["Rankings", "/rankings", "the newest edition, with score, range and what is not known of each program"],
    ["Places", "/listings", "search every place that we know, ranked or not"],
    ["Map", "/map", "every place of the county, area by area, as maps with their lists"],
    ["Guides", "/blog", "posts with their sources, in English and Spanish"],
    ["Contact", "/contact", "the team; nobody is contacted for a person without that person's permission"],
  ],
  Method: [
    ["How the ranking works", "/rankings/method", "gates, criteria, weights, evidence, formula and limits"],
    ["Editions", "/rankings/editions", "each ranking as it was published"],
    ["Independence", "/independence", "nobody can pay for a place"],
    ["Editorial policy", "/editorial-policy", "how facts are chosen and errors corrected"],
    ["Corrections", "/corrections", "mistakes that were found"],
  ],
  Data: [
    ["Open data", "/rankings/data", "what there is, and how to compute a score again"],
    ["Interface", "/api/v1", "index of the JSON, CSV and HSDS 3.0 documents"],
    ["OpenAPI", "/api/v1/openapi.json", "its description"],
    ["Sitemap", "/sitemap.xml", "every page with the day of its last change"],
  ],
};

/** A page for language models (llmstxt.org): what the site is, and what they must not make of it. */
export function llmsTxt(site: string): string {
  const t = getTranslator("en", "site");
  const lists = Object.entries(SECTIONS).map(([title, links]) => {
    const lines = links.map(([words, path, about]) => `- [${words}](${site}${path}): ${about}`);
    return `## ${title}\n\n${lines.join("\n")}`;
  });
  return `${[`# ${t("name")}`, `> ${t("tagline")}`, ...ABOUT, ...lists].join("\n\n")}\n`;
}

const ABOUT = [
  "Places in Los Angeles County that treat heroin and other opioid use disorder, from public records: SAMHSA's National Directory and the license list of the California DHCS. English is at /, Spanish below /es. Nobody can pay for a rank.",
  "A fact is yes, no or not known, with a source and a date. A score measures reported services, not results of treatment, and small differences mean little: quote a rank with its range and its edition. What is not known is not a no. A place may have changed since: tell people to call. This site gives information, not medical advice, and is not affiliated with any place.",
];
