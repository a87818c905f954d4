// What somebody asks for who refuses or lacks something: another phrase of the tables.

interface Stretch {
  at: number;
  length: number;
}

const INSURANCE = ["insurance", "insured", "coverage", "seguro", "aseguranza", "cobertura"];
/** Who wants no men there asks for places for women, and the other way round. */
const OTHERS: readonly [phrase: string, without: readonly string[]][] = [
  ["women only", ["men", "males", "guys", "hombres"]],
  ["men only", ["women", "females", "mujeres"]],
];

/** The phrase of the tables that refused phrases come to: without insurance, what is left; null when to nothing. */
export function lackIn(words: readonly { plain: string }[], refused: readonly Stretch[]): string | null {
  const all = refused.map(({ at, length }) => words.slice(at, at + length).map(({ plain }) => plain));
  if (all.flat().some((word) => INSURANCE.includes(word))) return "no insurance";
  // "No women's program" refuses a program, and nobody's company.
  const isProgram = refused.some(({ at, length }) => words[at + length]?.plain.startsWith("program"));
  const found = OTHERS.find(([, without]) => all.some((each) => each.length === 1 && without.includes(each[0]!)));
  return isProgram ? null : (found?.[0] ?? null);
}
