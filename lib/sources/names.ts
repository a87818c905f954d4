import { slugify } from "@/lib/shared/slug";

/** Words half the field's names share: they make no two names alike. */
const COMMON = new Set(
  (
    "a addiction alcohol and behavioral center centers corp corporation ctr dba drug for foundation health inc llc " +
    "of program programs recovery rehab rehabilitation services substance the treatment"
  ).split(" "),
);

/** Whether two names share a distinctive word: "Tarzana Treatment Ctr" and "TARZANA TREATMENT CENTERS, INC." */
export function shareAWord(one: string, other: string): boolean {
  const words = tellingWords(one);
  return tellingWords(other).some((word) => words.includes(word));
}

function tellingWords(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .replaceAll(/['’.]/g, "")
      .match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !COMMON.has(word));
}

/** What the directories shorten to fit their column. */
const SHORT: Readonly<Record<string, string>> = {
  alc: "alcohol",
  assoc: "association",
  behav: "behavioral",
  cnty: "county",
  ctr: "center",
  ctrs: "centers",
  dept: "department",
  dep: "dependency",
  educ: "education",
  hlth: "health",
  mt: "mount",
  prog: "program",
  progs: "programs",
  st: "saint",
  svcs: "services",
  trt: "treatment",
};

/** A name as it is compared: "St. Mary's Trt Ctr." and "Saint Marys Treatment Center" are "saint-marys-treatment-center". */
export function nameWords(name: string): string {
  return slugify(name)
    .split("-")
    .map((word) => SHORT[word] ?? word)
    .join("-");
}
