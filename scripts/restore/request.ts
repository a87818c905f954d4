import { parseArgs } from "node:util";
import { Failure } from "../setup/failure.mjs";

export type RestoreRequest =
  | { act: "help" }
  | { act: "release" }
  | { act: "restore"; file: string; replaces: boolean; withoutKeys: boolean; withoutJournal: boolean };

export const USAGE = `npm run restore -- FILE            brings the database and what was uploaded back from a backup
npm run restore -- FILE --replace  also when there are people in the house's own database: they are replaced
npm run restore -- FILE --without-keys
                                   also when keys of the backup are lost: what they encrypted stays unreadable
npm run restore -- FILE --without-journal
                                   also when the journal is lost, or a secret that it needs: who was erased since
                                   the backup is back
npm run restore -- --release       sends the mails that wait since a restore`;

/** @throws Failure with how to ask */
export function parseRequest(args: string[]): RestoreRequest {
  const { values, positionals } = read(args);
  if (values.help) return { act: "help" };
  const [file, ...more] = positionals;
  const isAlone = !file && !values.replace && !values["without-keys"] && !values["without-journal"];
  if (values.release && isAlone) return { act: "release" };
  if (values.release || !file || more.length > 0) throw new Failure(`Name one backup.\n\n${USAGE}`);
  return {
    act: "restore",
    file,
    replaces: values.replace === true,
    withoutKeys: values["without-keys"] === true,
    withoutJournal: values["without-journal"] === true,
  };
}

function read(args: string[]) {
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: flag, release: flag, replace: flag, "without-keys": flag, "without-journal": flag },
    });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
