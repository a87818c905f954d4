// What a reader would see differently if an edition were published now instead of the newest one.

import { z } from "@/lib/shared/zod";
import { causeSchema, failedGateSchema } from "./cause-schema";
import type { Cause, FrozenListing } from "./causes";
import type { FailedGate } from "./gates";
import { criteriaByKey } from "./method-changes";
import { movesBetween, type FrozenEdition, type Move } from "./moves";
import { compareText } from "./order";
import type { ComputedEdition } from "./ranking-edition";
import { rankingInputSchema, type RankingInput, type RankingMethod } from "./schema";
import { roundScore } from "./score";

const namedSchema = z.strictObject({
  /** The listing's. A program is called as its first listing. */
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
});

const standingSchema = z.strictObject({
  rank: z.int(),
  /** In whole points, as printed. */
  score: z.int(),
  band: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  kind: rankingInputSchema.shape.kind,
});

/** The listings of a program, before and now, whose answers make its score. */
const members = z.array(namedSchema);
const causes = z.array(causeSchema);
const reason = failedGateSchema.nullable();

export const proposedChangesSchema = z.strictObject({
  /** The county that is ranked. */
  area: z.string(),
  /** The day closings were judged on, YYYY-MM-DD. */
  judgedOn: z.iso.date(),
  /** The number of the published edition that it is compared with; null before the first. */
  since: z.int().nullable(),
  checksum: z.strictObject({ from: z.string().nullable(), to: z.string() }),
  methodVersion: z.strictObject({ from: z.int().nullable(), to: z.int() }),
  /** Whether the method scores or judges otherwise than before, not only in other words. */
  methodChanged: z.boolean(),
  /** How many programs are ranked. */
  ranked: z.strictObject({ from: z.int(), to: z.int() }),
  /** Programs none of whose listings was ranked; by rank. `isBack`: an older edition ranked it. */
  enters: z.array(namedSchema.extend({ isBack: z.boolean(), to: standingSchema, members, causes })),
  /** Listings that are ranked no more, by former rank. A null reason: no longer among the published places of the area. */
  leaves: z.array(namedSchema.extend({ from: standingSchema, reason, causes })),
  /**
   * Programs whose rank, score, band, kind, listings or answers change; by rank. `joined`: the listings of it that were
   * not ranked before.
   */
  moves: z.array(
    namedSchema.extend({ from: standingSchema, to: standingSchema, members, joined: z.array(namedSchema), causes }),
  ),
  /** Listings that neither ranks, of which the reason changes; by name. Null: the list of those not ranked lacks it. */
  reasons: z.array(namedSchema.extend({ from: reason, to: reason })),
  /** How many stay as they are: programs, and listings that are not ranked. */
  stays: z.strictObject({ programs: z.int(), unranked: z.int() }),
  /** Of the criteria that causes name, by key. */
  criterionNames: z.record(z.string(), z.strictObject({ en: z.string(), es: z.string() })),
});

export type ProposedChanges = z.infer<typeof proposedChangesSchema>;
type Differences = Pick<ProposedChanges, "enters" | "leaves" | "moves" | "reasons" | "stays">;
type Named = z.infer<typeof namedSchema>;
type ProgramStanding = z.infer<typeof standingSchema>;

export interface ComparedProgram extends ProgramStanding {
  /** The ids of its listings, in their order. */
  members: string[];
}

/** What the comparison needs of an edition, published or only computed. */
export interface ComparedEdition extends FrozenEdition {
  programs: ComparedProgram[];
}

/**
 * An edition that was only computed, in the shape of one that was published.
 * @param ids of the listings by slug
 */
export function comparedEdition(
  method: RankingMethod,
  { prior, entries, exclusions }: ComputedEdition,
  ids: ReadonlyMap<string, string>,
): ComparedEdition {
  const idOf = ({ slug }: RankingInput) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`No listing "${slug}" among the inputs.`);
    return id;
  };
  const programs = entries.map(({ rank, score, band, kind, members }) => {
    return { ...standingOf({ rank, score, band, kind }), members: members.map(({ input }) => idOf(input)) };
  });
  const ranked = entries.flatMap(({ rank, score, criteria, members }, index): FrozenListing[] => {
    const program = { criteria, members: programs[index]!.members.toSorted() };
    return members.map(({ input }) => ({
      ...program,
      id: idOf(input),
      input,
      result: { isRanked: true, rank, score },
    }));
  });
  const others = exclusions.map(({ input, criteria, ...failed }): FrozenListing => {
    return { id: idOf(input), input, criteria, members: [idOf(input)], result: { isRanked: false, ...failed } };
  });
  return { method, prior, programs, places: [...ranked, ...others] };
}

/** A standing as readers see it. */
export function standingOf({ rank, score, band, kind }: ProgramStanding): ProgramStanding {
  return { rank, score: roundScore(score), band, kind };
}

/**
 * Every program of `current` is in one of `enters`, `moves` and the programs that stay; every listing that only
 * `previous` ranks is in `leaves`; and every other one that neither ranks is in `reasons` or stays.
 * @param previous null before the first edition
 * @param rankedEarlier ids that any edition before `previous` ranked
 */
export function differencesBetween(
  previous: ComparedEdition | null,
  current: ComparedEdition,
  rankedEarlier: ReadonlySet<string>,
): Differences {
  const compared = compare(previous ?? { ...current, places: [], programs: [] }, current, rankedEarlier);
  const { former, was, is } = compared;
  const known = current.programs.filter(({ members }) => members.some((id) => former.has(id)));
  const moves = known.flatMap((program) => moved(compared, program) ?? []);
  const unranked = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isRanked(was, id) && !isRanked(is, id));
  const reasons = unranked.flatMap((id) => reasonChanged(compared, id) ?? []);
  return {
    enters: current.programs.filter((program) => !known.includes(program)).map((program) => entered(compared, program)),
    leaves: [...former]
      .filter(([id]) => !isRanked(is, id))
      .map(([id, { members: _members, ...from }]) => {
        const { causes } = compared.moves.get(id)!;
        return { ...nameOf(was.get(id)!), from, reason: gateOf(is.get(id)), causes };
      })
      .sort((a, b) => a.from.rank - b.from.rank || byName(a, b)),
    moves,
    reasons: reasons.sort(byName),
    stays: { programs: known.length - moves.length, unranked: unranked.length - reasons.length },
  };
}

type ListingsById = ReadonlyMap<string, FrozenListing>;

interface Comparison {
  was: ListingsById;
  is: ListingsById;
  /** The former program of each listing. */
  former: ReadonlyMap<string, ComparedProgram>;
  moves: ReadonlyMap<string, Move>;
  prior: { from: number; to: number };
}

function compare(previous: ComparedEdition, current: ComparedEdition, rankedEarlier: ReadonlySet<string>): Comparison {
  const byId = ({ places }: ComparedEdition) => new Map(places.map((each) => [each.id, each]));
  return {
    was: byId(previous),
    is: byId(current),
    former: new Map(previous.programs.flatMap((program) => program.members.map((id) => [id, program] as const))),
    moves: movesBetween(previous, current, rankedEarlier),
    prior: { from: previous.prior, to: current.prior },
  };
}

function entered({ is, moves }: Comparison, { members: ids, ...to }: ComparedProgram): Differences["enters"][number] {
  const wasEarlier = ids.some((id) => moves.get(id)?.direction === "returned");
  const members = ids.map((id) => nameOf(is.get(id)!));
  return { ...members[0]!, isBack: wasEarlier, to, members, causes: moves.get(ids[0]!)!.causes };
}

/** How a program moved that was ranked before; null when it stays as it was. */
function moved(compared: Comparison, { members: ids, ...to }: ComparedProgram): Differences["moves"][number] | null {
  const { former, was, is } = compared;
  // Of several listings, the first that was ranked tells where the program was.
  const known = ids.find((id) => former.has(id))!;
  const { members: formerIds, ...from } = former.get(known)!;
  const isSame = isSameStanding(from, to) && isSameSet(formerIds, ids);
  if (isSame && !hasOtherAnswers(was.get(known)!, is.get(known)!)) return null;
  const named = (id: string) => nameOf((is.get(id) ?? was.get(id))!);
  const members = [...new Set([...ids, ...formerIds])].map(named);
  const joined = ids.filter((id) => !former.has(id)).map(named);
  return { ...members[0]!, from, to, members, joined, causes: causesToMove(compared, known, from, to) };
}

/** How the reason changed for which a listing is not ranked; null when it stays as it was. */
function reasonChanged({ was, is }: Comparison, id: string): Differences["reasons"][number] | null {
  const [from, to] = [gateOf(was.get(id)), gateOf(is.get(id))];
  if (from?.reason === to?.reason && from?.detail === to?.detail) return null;
  return { ...nameOf((is.get(id) ?? was.get(id))!), from, to };
}

/** The ids of all listings that it names. */
export function namedIn({ enters, leaves, moves, reasons }: ProposedChanges): string[] {
  const members = [...enters, ...moves].flatMap((program) => program.members);
  return [...members, ...leaves, ...reasons].map(({ id }) => id);
}

/** Whether it moves by nothing of its own. */
export function isShifted(causes: readonly Cause[]): boolean {
  return causes.every(({ type }) => type === "others" || type === "rate");
}

/** The listings that it changes by something of their own, each once, by id. */
export function changedIn({ enters, leaves, moves, reasons }: ProposedChanges): Map<string, string> {
  const programs = [...enters, ...moves.filter(({ causes }) => !isShifted(causes))];
  const all = [...programs.flatMap(({ members }) => members), ...leaves, ...reasons];
  return new Map(all.map(({ id, name }) => [id, name]));
}

/** Whether a reader would see anything that the newest edition does not show. Newer dates of the same answers are not. */
export function wouldChange({ checksum, methodVersion, enters, leaves, moves, reasons }: ProposedChanges): boolean {
  const differs = [enters, leaves, moves, reasons].some((each) => each.length > 0);
  return checksum.from !== checksum.to && (differs || methodVersion.from !== methodVersion.to);
}

/** The names of the criteria that the causes of changes name. */
export function criterionNames(
  { enters, leaves, moves }: Differences,
  method: RankingMethod,
): ProposedChanges["criterionNames"] {
  const all = [...enters, ...leaves, ...moves].flatMap((each) => each.causes);
  const keys = new Set(all.flatMap((cause) => (cause.type === "answer" ? cause.key : [])));
  const known = [...criteriaByKey(method)].filter(([key]) => keys.has(key));
  return Object.fromEntries(
    known.map(
      ([
        key,
        {
          name: { en, es },
        },
      ]) => [key, { en, es }],
    ),
  );
}

function isRanked(listings: ListingsById, id: string): boolean {
  return listings.get(id)?.result.isRanked ?? false;
}

function nameOf({ id, input: { slug, name, unit } }: FrozenListing): Named {
  return { id, slug, name, unit };
}

function byName(a: Named, b: Named): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug);
}

function gateOf(listing: FrozenListing | undefined): FailedGate | null {
  if (!listing || listing.result.isRanked) return null;
  return { reason: listing.result.reason, detail: listing.result.detail };
}

function isSameStanding(from: ProgramStanding, to: ProgramStanding): boolean {
  return from.rank === to.rank && from.score === to.score && from.band === to.band && from.kind === to.kind;
}

function isSameSet(before: readonly string[], after: readonly string[]): boolean {
  return before.toSorted().join() === after.toSorted().join();
}

/** Of criteria that both methods have. */
function hasOtherAnswers(then: FrozenListing, now: FrozenListing): boolean {
  const before = new Map(then.criteria.map(({ key, value }) => [key, value]));
  return now.criteria.some(({ key, value }) => (before.get(key) ?? value) !== value);
}

/** Each change has its reason, also where the rank stays and only the band, the kind or a rounded point differs. */
function causesToMove(
  { is, moves, prior }: Comparison,
  id: string,
  from: ProgramStanding,
  to: ProgramStanding,
): Cause[] {
  const { causes: known } = moves.get(id)!;
  const hasKind = from.kind === to.kind || known.some(({ type }) => type === "kind");
  const found: Cause[] = hasKind ? known : [{ type: "kind", from: from.kind, to: to.kind }, ...known];
  if (found.length > 0) return found;
  const onRate = from.score !== to.score && is.get(id)!.criteria.some(({ value }) => value === "unknown");
  return [onRate ? { type: "rate", ...prior } : { type: "others" }];
}
