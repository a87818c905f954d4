/** Words that half of all names share: they do not make two names similar. */
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
