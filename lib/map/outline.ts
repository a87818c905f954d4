import type { Coordinates } from "@/lib/shared/geo";
import rings from "./county-outline.json";
import type { Point } from "./projection";

type Ring = readonly (readonly number[])[];

/** The county's border as SVG paths, one a ring: the mainland, then Santa Catalina and San Clemente. */
export function outlinePaths(point: (place: Coordinates) => Point): string[] {
  return (rings as Ring[]).map((ring) => {
    const points = ring.map(([longitude = 0, latitude = 0]) => point({ latitude, longitude }));
    return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join("L")}Z`;
  });
}

/** A tenth of a unit is finer than any screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
