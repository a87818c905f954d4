import { resolveFacts } from "@/lib/facts/facts";
import { bandOf, type Band } from "./band";
import { checksumOf } from "./checksum";
import { codesOf, evaluateCriteria, type Subject } from "./criteria";
import { failedGate, type FailedGate } from "./gates";
import { compareText, newestCheckOf, orderEntries } from "./order";
import type { CriterionResult, RankingInput, RankingMethod } from "./schema";
import { priorOf, scoreOf, tallyOf, type Score, type Tally } from "./score";

/** Everything an edition is computed from, besides the method. */
export interface EditionInputs {
  /** The day of the state's list that was read, YYYY-MM-DD. */
  stateListAsOf: string | null;
  listings: RankingInput[];
}

export interface EditionEntry extends Score {
  input: RankingInput;
  criteria: CriterionResult[];
  position: number;
  rank: number;
  band: Band;
}

export interface EditionExclusion extends FailedGate {
  input: RankingInput;
  criteria: CriterionResult[];
}

export interface ComputedEdition {
  checksum: string;
  /** P of the formula, 0–1. */
  prior: number;
  /** In printed order. */
  entries: EditionEntry[];
  /** By name. */
  exclusions: EditionExclusion[];
}

interface Evaluated {
  input: RankingInput;
  criteria: CriterionResult[];
  tally: Tally;
  failed: FailedGate | null;
}

/** Runs the method over the inputs: the same method and inputs give the same edition, in any order of the inputs. */
export function computeEdition(method: RankingMethod, given: EditionInputs): ComputedEdition {
  const inputs = normalizeInputs(method, given);
  const evaluated = inputs.listings.map((input) => evaluate(method, input, inputs.stateListAsOf));
  const ranked = evaluated.filter(({ failed }) => failed === null);
  const prior = priorOf(
    ranked.map(({ tally }) => tally),
    method.constants.priorPercentile,
  );
  return {
    checksum: checksumOf({ method, inputs }),
    prior,
    entries: rank(ranked, prior),
    exclusions: evaluated.flatMap(({ input, criteria, failed }) => (failed ? [{ input, criteria, ...failed }] : [])),
  };
}

/** Only what the method reads, in one fixed order, so that the checksum depends on the inputs and nothing else. */
function normalizeInputs(method: RankingMethod, { stateListAsOf, listings }: EditionInputs): EditionInputs {
  const asked = askedCodes(method);
  return {
    stateListAsOf,
    listings: listings
      .map((listing) => normalizeListing(listing, asked))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.slug, b.slug)),
  };
}

function normalizeListing(listing: RankingInput, asked: ReadonlySet<string>): RankingInput {
  const { slug, name, unit, kind, closed, exemption, leftOutOf } = listing;
  const only = (codes: string[]) => codes.filter((code) => asked.has(code)).sort(compareText);
  // Field by field, so that other properties of an object do not get in.
  const licenses = listing.licenses
    .map(({ number, expiresOn, current, asOf, asOfPrecision }) => ({ number, expiresOn, current, asOf, asOfPrecision }))
    .sort((a, b) => compareText(a.number, b.number));
  const sheets = listing.sheets
    .map(({ source, asOf, asOfPrecision, yes, no, unknown }) => {
      return { source, asOf, asOfPrecision, yes: only(yes), no: only(no), unknown: only(unknown) };
    })
    .sort((a, b) => compareText(a.asOf, b.asOf) || compareText(a.source, b.source));
  // Absent from what editions of before froze, and so from their checksums.
  return { slug, name, unit, kind, closed, exemption, ...(leftOutOf && { leftOutOf }), licenses, sheets };
}

function askedCodes({ gates, categories, groups }: RankingMethod): ReadonlySet<string> {
  return new Set([
    ...gates.treatsOpioidUseDisorder.noneOf,
    ...gates.authorized.anyOf,
    ...categories.flatMap(({ codes }) => codes),
    ...groups.flatMap(({ criteria }) => criteria.flatMap(({ rule }) => codesOf(rule))),
  ]);
}

function evaluate(method: RankingMethod, input: RankingInput, stateListAsOf: string | null): Evaluated {
  const subject: Subject = { facts: resolveFacts(input.sheets), licenses: input.licenses, stateListAsOf };
  const criteria = evaluateCriteria(method, subject);
  const tally = tallyOf(criteria);
  return { input, criteria, tally, failed: failedGate(method, input, subject, tally) };
}

function rank(ranked: Evaluated[], prior: number): EditionEntry[] {
  const scored = ranked.map(({ input, criteria, tally }) => ({
    input,
    criteria,
    ...scoreOf(tally, prior),
    newestCheck: newestCheckOf(criteria),
    name: input.name,
    unit: input.unit,
    slug: input.slug,
  }));
  return orderEntries(scored).map(({ input, criteria, score, low, high, coverage, position, rank: place }) => ({
    input,
    criteria,
    score,
    low,
    high,
    coverage,
    position,
    rank: place,
    band: bandOf(place, scored.length),
  }));
}
