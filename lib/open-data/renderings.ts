import { setImmediate as otherWork } from "node:timers/promises";

/** Makes a long text a part at a time, so that the server answers others meanwhile. */
export async function inParts(parts: Iterable<string>): Promise<string> {
  const made: string[] = [];
  for (const part of parts) {
    made.push(part);
    await otherWork();
  }
  return made.join("");
}

/**
 * Keeps what is costly to make, by a key that says what it shows, so that several servers agree without talking. Only
 * the few that were asked for last are kept.
 * @param count how many
 */
export function keepRenderings<Rendering>(count: number) {
  const renderings = new Map<string, Promise<Rendering>>();
  return function kept(key: string, render: () => Promise<Rendering>): Promise<Rendering> {
    const rendering = renderings.get(key) ?? render();
    // Last asked for, last in the map.
    renderings.delete(key);
    renderings.set(key, rendering);
    rendering.catch(() => renderings.delete(key));
    for (const oldest of renderings.keys()) if (renderings.size > count) renderings.delete(oldest);
    return rendering;
  };
}
