// A reader's weights as the part of a URL after "#", which browsers never send:
// "#medication=30&safety=10&…", every group of the method once.

import { MAX_WEIGHT, type Scale, type Weights } from "./own-weights";

export type FragmentReading =
  /** The URL has no weights: no fragment, or the name of a part of the page. */
  | { status: "silent" }
  | { status: "read"; weights: number[] }
  /** The URL has weights that do not fit this method. */
  | { status: "unreadable" };

const ENTRY = /^([a-z0-9-]{1,60})=(0|[1-9]\d{0,2})$/;

/** The fragment of these weights, with its "#". */
export function writeFragment({ groups }: Scale, weights: Weights): string {
  return `#${groups.map(({ key }, index) => `${key}=${weights[index] ?? 0}`).join("&")}`;
}

/** @param fragment as `location.hash` has it; anybody can write it */
export function readFragment({ groups }: Scale, fragment: string): FragmentReading {
  if (!fragment.includes("=")) return { status: "silent" };
  const entries = fragment.replace(/^#/, "").split("&", groups.length + 1);
  const found = new Map<string, number>();
  for (const entry of entries) {
    const [, key = "", digits = ""] = ENTRY.exec(entry) ?? [];
    if (found.has(key)) return { status: "unreadable" };
    found.set(key, Number(digits));
  }
  const weights = groups.flatMap(({ key }) => found.get(key) ?? []);
  const isWhole = weights.length === groups.length && found.size === groups.length;
  return isWhole && weights.every((weight) => weight <= MAX_WEIGHT)
    ? { status: "read", weights }
    : { status: "unreadable" };
}
