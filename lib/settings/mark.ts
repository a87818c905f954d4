import { createHash } from "node:crypto";

/**
 * What tells one state of a setting from another, whatever the order of its properties: 64 hexadecimal digits. A value
 * that lacks a property has the mark of one in which it is null, so that a row from before a property was added has the
 * mark that its form shows.
 */
export function markOf({ value, checkedOn }: { value: unknown; checkedOn: string }): string {
  return createHash("sha256")
    .update(JSON.stringify([ordered(value), checkedOn]))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const present = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return present.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]);
}
