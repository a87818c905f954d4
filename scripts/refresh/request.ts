import { parseArgs } from "node:util";
import { isSourceKey } from "@/lib/refreshes/registry";
import { SOURCE_KEYS, type SourceKey } from "@/lib/refreshes/types";

export const USAGE = `npm run refresh                       looks whether the publishers have newer editions, and leaves a proposal for each
npm run refresh -- SOURCE             at one of them only: ${SOURCE_KEYS.join(", ")}
npm run refresh -- --list             the sources, and every proposal with its number
npm run refresh -- --accept NUMBER    takes a proposal: imports its file; --confirm when it names over a tenth fewer places
npm run refresh -- --reject NUMBER    refuses a proposal; the same file is not proposed again
npm run refresh -- --help             this

Ends with exit code 1 when a look fails, and with 3 when no publisher can be reached.`;

/** PostgreSQL's largest integer. */
const MAX_INTEGER = 2_147_483_647;

export type RefreshRequest =
  | { act: "help" }
  | { act: "list" }
  /** Null for all. */
  | { act: "look"; source: SourceKey | null }
  | { act: "accept"; number: number; confirm: boolean }
  | { act: "reject"; number: number };

/**
 * Reads the command's words.
 * @throws when a word is not one of its own, with the way to write it
 */
export function parseRequest(words: readonly string[]): RefreshRequest {
  const { values, positionals } = parsed(words);
  const { help, list, accept, reject, confirm = false } = values;
  if (help) return { act: "help" };
  const acts = [list, accept, reject, positionals[0]].filter((each) => each !== undefined);
  if (acts.length > 1 || positionals.length > 1) throw wrong("One thing at a time.");
  if (confirm && accept === undefined) throw wrong("--confirm belongs to --accept NUMBER.");
  if (list) return { act: "list" };
  if (accept !== undefined) return { act: "accept", number: numberIn(accept), confirm };
  if (reject !== undefined) return { act: "reject", number: numberIn(reject) };
  const [source = null] = positionals;
  if (source !== null && !isSourceKey(source)) throw wrong(`"${source}" is no source: ${SOURCE_KEYS.join(", ")}.`);
  return { act: "look", source };
}

function numberIn(text: string): number {
  const number = /^[0-9]+$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MAX_INTEGER) throw wrong(`"${text}" is no number of a proposal. --list names them.`);
  return number;
}

function parsed(words: readonly string[]) {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  const options = { list: flag, accept: text, reject: text, confirm: flag, help: flag };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(words: string): Error {
  return new Error(`${words}\n\n${USAGE}`);
}
