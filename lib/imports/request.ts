import { parseArgs } from "node:util";
import { countyNamed } from "@/lib/sources/county";
import { editionDate, IMPORT_SOURCES } from "@/lib/sources/source-edition";
import { ImportFailure } from "@/lib/sources/failure";
import type { ImportRequest } from "./types";

export const USAGE = `npm run import -- FILE --source samhsa|dhcs --edition EDITION [options]

  FILE                  a CSV, a gzipped CSV or an Excel workbook (.xlsx), as it was published
  --source              samhsa: the federal directory · dhcs: the state's license file
  --edition             the publisher's name for it: 2024 · 2026-08-21
  --county NAME         only the rows of one county of California, such as "Los Angeles"
  --as-of DATE          the moment the facts describe, YYYY or YYYY-MM-DD; without it the edition tells
  --confirm             import it though it names over a tenth fewer places than the edition before
  --dry-run             say what would change, and change nothing

npm run import -- --list             every import with its number
npm run import -- --undo NUMBER      takes an import back whole; --dry-run says only what that would change`;

export type Command =
  | { kind: "help" }
  | { kind: "list" }
  | { kind: "import"; request: ImportRequest }
  | { kind: "undo"; number: number; dryRun: boolean };

/** Reads the command's words. @throws ImportFailure as parseRequest does */
export function parseCommand(words: readonly string[]): Command {
  const { values, positionals } = parsed(words);
  const { list, undo, "dry-run": dryRun = false, help, ...others } = values;
  if (help) return { kind: "help" };
  if (list === undefined && undo === undefined) {
    const request = parseRequest(words);
    return request ? { kind: "import", request } : { kind: "help" };
  }
  if (positionals.length > 0 || Object.keys(others).length > 0 || (list && undo !== undefined))
    throw wrong("--list and --undo NUMBER each stand alone, without a file, source or edition.");
  if (undo === undefined) return { kind: "list" };
  if (!/^[1-9]\d{0,8}$/.test(undo))
    throw wrong(`--undo takes the number of an import, not "${undo}". --list names them.`);
  return { kind: "undo", number: Number(undo), dryRun };
}

/**
 * Reads the command's words.
 * @returns null when help is asked for
 * @throws ImportFailure that says which word is wrong, and how to set it
 */
export function parseRequest(words: readonly string[]): ImportRequest | null {
  const { values, positionals } = parsed(words);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (!file) throw wrong("Name the file to import.");
  if (others.length > 0) throw wrong(`One file at a time, not also ${others.join(", ")}.`);
  const source = IMPORT_SOURCES.find((each) => each === values.source);
  if (!source)
    throw wrong(`--source must be ${IMPORT_SOURCES.join(" or ")}${values.source ? `, not ${values.source}` : ""}.`);
  if (!values.edition) throw wrong("Name the edition: --edition 2024.");
  return {
    file,
    source,
    edition: values.edition,
    dryRun: values["dry-run"] ?? false,
    confirm: values.confirm,
    date: editionDate(source, values.edition, values["as-of"]),
    county: values.county ? countyOf(values.county) : null,
  };
}

function parsed(words: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const what = { source: text, edition: text, county: text, "as-of": text };
  const options = { ...what, undo: text, list: flag, confirm: flag, "dry-run": flag, help: flag };
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function countyOf(text: string): string {
  const county = countyNamed(text);
  if (!county) throw wrong(`"${text}" is no county of California. Write it like --county "Los Angeles".`);
  return county;
}

function wrong(words: string): ImportFailure {
  return new ImportFailure(`${words}\n\n${USAGE}`);
}
