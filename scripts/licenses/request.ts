import { parseArgs } from "node:util";

export const USAGE = `npm run licenses -- unexplained   lists every place without a current license that shares a phone, a name or a house
                                  with one, and why it is not its own; ends with exit code 1 when anything has no reason
npm run licenses -- --help        this`;

export type LicensesRequest = { act: "unexplained" } | { act: "help" };

/**
 * Reads the command's words.
 * @throws when there is no word, or one that is not its own, with the way to write it
 */
export function parseRequest(words: readonly string[]): LicensesRequest {
  const { values, positionals } = parsed(words);
  if (values.help) return { act: "help" };
  const [word, ...others] = positionals;
  if (word === undefined) throw wrong("Say what to list.");
  if (word !== "unexplained" || others.length > 0) throw wrong(`"${positionals.join(" ")}" is nothing to list.`);
  return { act: "unexplained" };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { help: { type: "boolean" } }, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(words: string): Error {
  return new Error(`${words}\n\n${USAGE}`);
}
