// How a record read after each recorded change. The log has both sides of each field that a change changed, so the rest
// is known from today's values backwards. Where two neighbors in the log disagree, something changed the field that is
// not in the log, such as an import: between the two nobody can tell.

/** The values of a record by field. A field that the record does not have, such as a row that is not there, is left out. */
export type Values = Readonly<Record<string, string>>;

/** The fields that a change changed, on both sides. A field of one side only was not there on the other. */
export interface LoggedChange {
  before: Values;
  after: Values;
}

/** A record as it was right after a change. */
export interface PastState {
  values: Values;
  /** Fields that changed outside of the log, before or after this moment: their values are not among the others. */
  untold: readonly string[];
}

/** @param changes newest first. @returns one state for each, right after it, and the one before the first of them */
export function statesOf(today: Values, changes: readonly LoggedChange[]): PastState[] {
  const states = [...changes, null].map(() => ({ values: {} as Record<string, string>, untold: [] as string[] }));
  for (const [field, touches] of touchesOf(today, changes)) {
    let newer: string | undefined = today[field];
    let at = 0;
    for (const touch of [...touches, null]) {
      const older = touch === null ? newer : changes[touch]!.after[field];
      for (; at < (touch ?? states.length); at++) {
        if (older !== newer) states[at]!.untold.push(field);
        else if (newer !== undefined) states[at]!.values[field] = newer;
      }
      if (touch === null) continue;
      if (older !== undefined) states[at]!.values[field] = older;
      newer = changes[touch]!.before[field];
      at += 1;
    }
  }
  return states;
}

/**
 * The fields that changed outside of the log, found by the change that came after.
 * @param changes newest first. @returns for each change those that others had changed before it; first, those since the newest
 */
export function unloggedOf(today: Values, changes: readonly LoggedChange[]): string[][] {
  const found: string[][] = [...changes, null].map(() => []);
  for (const [field, touches] of touchesOf(today, changes)) {
    touches.forEach((touch, index) => {
      const next = touches[index - 1];
      const later = next === undefined ? today[field] : changes[next]!.before[field];
      if (later !== changes[touch]!.after[field]) found[next === undefined ? 0 : next + 1]!.push(field);
    });
  }
  return found;
}

/** The fields that two states have differently. */
export function differingFields(one: Values, other: Values): string[] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return fields.filter((field) => one[field] !== other[field]);
}

/** Each field, and the changes that changed it, newest first. */
function touchesOf(today: Values, changes: readonly LoggedChange[]): Map<string, number[]> {
  const touches = new Map<string, number[]>(Object.keys(today).map((field) => [field, []]));
  changes.forEach(({ before, after }, at) => {
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)]))
      touches.set(field, [...(touches.get(field) ?? []), at]);
  });
  return touches;
}
