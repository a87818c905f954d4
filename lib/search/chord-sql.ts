import "server-only";
import { Prisma } from "@/lib/server/db";
import type { Coordinates } from "@/lib/shared/geo";

/** Straight through the ground, in meters: orders like the way over it, and the index knows it. */
export function chordSql(near: Coordinates): Prisma.Sql {
  return Prisma.sql`(e."position" <-> ${onEarthSql(near)})`;
}

/** A box around a start, a meter wider than its meters, by which the index leaves out what is farther. */
export function boxSql(near: Coordinates, meters: number): Prisma.Sql {
  return Prisma.sql`cube_enlarge(${onEarthSql(near)}, ${meters + 1}::float8, 3) @> e."position"`;
}

/** Within a circle on the ground: by its box, and then by the way through the ground. */
export function withinSql(near: Coordinates, radius: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`cube_enlarge(${onEarthSql(near)}, ${radius}, 3) @> e."position" AND ${chordSql(near)} <= ${radius}`;
}

function onEarthSql({ latitude, longitude }: Coordinates): Prisma.Sql {
  return Prisma.sql`ll_to_earth(${latitude}::float8, ${longitude}::float8)`;
}
