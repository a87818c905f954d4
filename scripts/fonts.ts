// `npm run fonts`: makes the small font files of app/fonts again, after a new version of a font or another character.
import { writeFile } from "node:fs/promises";
import { smallFont, SMALL_FONTS } from "./fonts/subset";

for (const font of SMALL_FONTS) {
  const bytes = await smallFont(font);
  await writeFile(font.file, bytes);
  console.log(`${font.file}: ${(bytes.length / 1024).toFixed(1)} KiB`);
}
