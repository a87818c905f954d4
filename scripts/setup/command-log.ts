// Preloaded into the commands of scripts/run.mjs, which people watch: the lines of the log go to a file of the command, so
// that they do not stand between its words.
import path from "node:path";
import { env } from "@/lib/server/env";
import { writeLinesTo } from "@/lib/server/logger";
import { lineKeeper } from "./log-lines.mjs";

const { name } = path.parse(process.argv[1] ?? "command");
let keep: ((line: string) => void) | undefined;

writeLinesTo((line) => {
  try {
    // The file of the last run goes when this one has something to say.
    keep ??= lineKeeper(path.join(env().DATA_DIR, "logs", `${name}.log`));
    keep(line.trimEnd());
  } catch {
    // A folder that cannot be made: what the command does matters more than what it notes.
  }
});
