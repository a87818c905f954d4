// Where the next page of results begins: after (or before) the place with these sort keys, whatever was added or
// removed meanwhile. It is opaque in the URL; a text that cannot be read back is no cursor.

import { z } from "@/lib/shared/zod";

export const SORTS = ["rank", "distance", "name"] as const;
export type Sort = (typeof SORTS)[number];

export interface Cursor {
  direction: "next" | "previous";
  /** The order it was made for; it means nothing in another order. "best" is by rank within a ring. */
  sort: Sort | "best";
  /**
   * Place in the ranking, meters through the ground, or both in one (hits-sql); null in the order by name, or for a
   * place without position.
   */
  number: number | null;
  /** The name with the slug behind it: no two places share it. */
  name: string;
  /** It stands among those that said no to Medi-Cal, after all that fit. */
  saidNo: boolean;
  /** False among those that do not treat opioid use disorder, after all others. */
  treatsOpioids: boolean;
}

const MAX_CURSOR_LENGTH = 1200;
/** Two to the 33rd: more than any place in the ranking and any way through the ground, one upon the other. */
const MAX_BEST = 2 ** 33;
const direction = z.enum(["next", "previous"]);
const name = z
  .string()
  .max(600)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const isIn = z.boolean();
const cursorSchema = z.union([
  z.tuple([direction, z.literal("rank"), z.int32().min(1), name, isIn, isIn]),
  // Meters through the ground: no place is farther than the other side of it.
  z.tuple([direction, z.literal("distance"), z.number().min(0).max(13_000_000).nullable(), name, isIn, isIn]),
  z.tuple([direction, z.literal("best"), z.number().min(0).max(MAX_BEST).nullable(), name, isIn, isIn]),
  z.tuple([direction, z.literal("name"), z.null(), name, isIn, isIn]),
]);

export function writeCursor({ direction, sort, number, name, saidNo, treatsOpioids }: Cursor): string {
  return Buffer.from(JSON.stringify([direction, sort, number, name, saidNo, treatsOpioids])).toString("base64url");
}

/** Null for anything `writeCursor` has not written. */
export function readCursor(text: string): Cursor | null {
  if (text.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(text)) return null;
  try {
    const written: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [direction, sort, number, name, saidNo, treatsOpioids] = cursorSchema.parse(written);
    return { direction, sort, number, name, saidNo, treatsOpioids };
  } catch {
    return null;
  }
}
