// Where a page of results goes on: after (or before) the place with these sort keys, whatever was added or removed
// meanwhile. Opaque in the address; what cannot be read back is no cursor.

import { z } from "@/lib/shared/zod";

export const SORTS = ["rank", "distance", "name"] as const;
export type Sort = (typeof SORTS)[number];

export interface Cursor {
  direction: "next" | "previous";
  /** The order it was made in; it means nothing in another. */
  sort: Sort;
  /** Place in the ranking, or miles; null when the order has no number or the place none. */
  number: number | null;
  /** The name with the slug behind it: no two places share it. */
  name: string;
}

const LONGEST = 1200;
const cursorSchema = z.tuple([
  z.enum(["next", "previous"]),
  z.enum(SORTS),
  z.number().min(-1e10).max(1e10).nullable(),
  z
    .string()
    .max(600)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
]);

export function writeCursor({ direction, sort, number, name }: Cursor): string {
  return Buffer.from(JSON.stringify([direction, sort, number, name])).toString("base64url");
}

/** Null for anything `writeCursor` has not written. */
export function readCursor(text: string): Cursor | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null;
  try {
    const [direction, sort, number, name] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { direction, sort, number, name };
  } catch {
    return null;
  }
}
