import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { OWN_CHARACTERS } from "./characters";

/** The small files of app/fonts, from which file of the package each is made, and the weights that our pages use. */
export const SMALL_FONTS = [
  {
    file: "app/fonts/inter.woff2",
    from: "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    weights: { min: 400, max: 700 },
  },
  {
    file: "app/fonts/source-serif.woff2",
    from: "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    weights: { min: 400, max: 620 },
  },
] as const;

/** The font with our characters and weights only; the same bytes each time. */
export async function smallFont({ from, weights }: (typeof SMALL_FONTS)[number]): Promise<Buffer> {
  return subsetFont(await readFile(from), OWN_CHARACTERS, {
    targetFormat: "woff2",
    variationAxes: { wght: weights },
  });
}
