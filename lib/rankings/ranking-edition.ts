import { bandOf, type Band } from "./band";
import { checksumOf } from "./checksum";
import { subjectOf, type Subject } from "./authorization";
import { codesOf, evaluateCriteria } from "./criteria";
import { failedGate, type FailedGate } from "./gates";
import { compareText, newestCheckOf, orderEntries, type Orderable } from "./order";
import { groupPrograms, programCriteria } from "./programs";
import type { CriterionResult, RankingInput, RankingMethod } from "./schema";
import { priorOf, scoreOf, tallyOf, type Score, type Tally } from "./score";

/** Everything an edition is computed from, besides the method. */
export interface EditionInputs {
  /** The day of the state's list that was read, YYYY-MM-DD. */
  stateListAsOf: string | null;
  listings: RankingInput[];
}

/** One listing and its answers. */
export interface EditionListing {
  input: RankingInput;
  criteria: CriterionResult[];
}

/** A ranked program. */
export interface EditionEntry extends Score, Pick<Orderable, "name" | "unit" | "slug" | "newestCheck"> {
  kind: RankingInput["kind"];
  /** What all its addresses answer. */
  criteria: CriterionResult[];
  /** Its addresses, by name and slug: at least one. The first gives the program its name and slug. */
  members: EditionListing[];
  position: number;
  rank: number;
  band: Band;
}

export interface EditionExclusion extends FailedGate, EditionListing {}

export interface ComputedEdition {
  checksum: string;
  /** P of the formula, 0–1. */
  prior: number;
  /** In printed order. */
  entries: EditionEntry[];
  /** By name. */
  exclusions: EditionExclusion[];
}

interface Evaluated extends EditionListing {
  facts: Subject["facts"];
  failed: FailedGate | null;
}

interface Program extends Pick<EditionEntry, "criteria" | "members"> {
  tally: Tally;
}

/** Runs the method over the inputs: the same method and inputs give the same edition, in any order of the inputs. */
export function computeEdition(method: RankingMethod, given: EditionInputs): ComputedEdition {
  const inputs = normalizeInputs(method, given);
  const evaluated = inputs.listings.map((input) => evaluate(method, input, inputs.stateListAsOf));
  const programs = programsOf(
    method,
    evaluated.filter(({ failed }) => failed === null),
  );
  const prior = priorOf(
    programs.map(({ tally }) => tally),
    method.constants.priorPercentile,
  );
  return {
    checksum: checksumOf({ method, inputs }),
    prior,
    entries: rank(programs, prior),
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
  const { slug, name, unit, kind, operator, phone, position, closed, exemption, leftOutOf } = listing;
  const only = (codes: string[]) => codes.filter((code) => asked.has(code)).sort(compareText);
  // Field by field, so that other properties of an object do not get in.
  const licenses = listing.licenses
    .map(({ number, class: settingCode, expiresOn, current, asOf, asOfPrecision }) => {
      return { number, class: settingCode, expiresOn, current, asOf, asOfPrecision };
    })
    .sort((a, b) => compareText(a.number, b.number));
  const sheets = listing.sheets
    .map(({ source, asOf, asOfPrecision, yes, no, unknown }) => {
      return { source, asOf, asOfPrecision, yes: only(yes), no: only(no), unknown: only(unknown) };
    })
    .sort((a, b) => compareText(a.asOf, b.asOf) || compareText(a.source, b.source));
  const place = { slug, name, unit, kind, operator, phone, position };
  return { ...place, closed, exemption, leftOutOf, licenses, sheets };
}

function askedCodes({ gates, programs, categories, groups }: RankingMethod): ReadonlySet<string> {
  return new Set([
    ...gates.treatsOpioidUseDisorder.noneOf,
    ...gates.authorized.certifications,
    ...gates.authorized.otherAuthorities.flatMap(({ codes }) => codes),
    ...gates.authorized.notChecked.codes,
    ...programs.sameAnswers,
    ...categories.flatMap(({ codes }) => codes),
    ...groups.flatMap(({ criteria }) => criteria.flatMap(({ rule }) => codesOf(rule))),
  ]);
}

function evaluate(method: RankingMethod, input: RankingInput, stateListAsOf: string | null): Evaluated {
  const subject = subjectOf(input, stateListAsOf);
  const criteria = evaluateCriteria(method, subject);
  return { input, criteria, facts: subject.facts, failed: failedGate(method, input, subject, tallyOf(criteria)) };
}

function programsOf({ programs }: RankingMethod, ranked: readonly Evaluated[]): Program[] {
  return groupPrograms(programs, ranked).map((listings) => {
    const members = listings.map(({ input, criteria }) => ({ input, criteria }));
    const criteria = programCriteria(members.map((each) => each.criteria));
    return { members, criteria, tally: tallyOf(criteria) };
  });
}

function rank(programs: readonly Program[], prior: number): EditionEntry[] {
  const scored = programs.map(({ members, criteria, tally }) => ({
    ...nameOf(members),
    newestCheck: newestCheckOf(criteria),
    criteria,
    members,
    ...scoreOf(tally, prior),
  }));
  return orderEntries(scored).map((entry) => ({ ...entry, band: bandOf(entry.rank, scored.length) }));
}

/** A program is called as its first address, with the unit that all of them have. */
function nameOf(members: readonly EditionListing[]): Pick<EditionEntry, "name" | "unit" | "slug" | "kind"> {
  const { slug, name, unit, kind } = members[0]!.input;
  return { slug, name, unit: members.every(({ input }) => input.unit === unit) ? unit : null, kind };
}
