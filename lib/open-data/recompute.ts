/**
 * A program that recomputes every score of the newest edition from the open numbers alone, as the page about them
 * prints it; tests/integration/open-data-recompute.test.ts runs it.
 */
export function recomputeProgram(url: string): string {
  return `const answer = await fetch("${url}");
const { entries, withdrawn, method } = await answer.json();

const sum = (criteria, values) =>
  criteria.filter(({ value }) => values.includes(value)).reduce((total, { maximum }) => total + maximum, 0);
const tally = ({ criteria }) => ({ yes: sum(criteria, ["yes"]), known: sum(criteria, ["yes", "no"]) });

// The typical rate: a percentile of "yes over known", linear between two neighbors.
const rates = [...entries, ...withdrawn]
  .map(tally)
  .map(({ yes, known }) => (known === 0 ? 0 : yes / known))
  .sort((a, b) => a - b);
const place = ((rates.length - 1) * method.constants.priorPercentile) / 100;
const [below, above] = [rates[Math.floor(place)], rates[Math.ceil(place)]];
const prior = below + (above - below) * (place - Math.floor(place));

for (const entry of entries) {
  const { yes, known } = tally(entry);
  const score = yes + (100 - known) * prior;
  console.log(entry.name, Math.round(score), entry.rounded);
}
`;
}
