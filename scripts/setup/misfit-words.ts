import { countsFirstWords } from "./counts-first";

/** What is wrong with the keys of one setting. */
export interface Misfit {
  setting: "APP_SECRET" | "ENCRYPTION_KEYS";
  trouble:
    /** There are none. */
    | "none"
    /** The database was used with others, and with none of these. */
    | "strange"
    /** The database knows other keys by these ids. */
    | "wrong";
  /** Of the keys that are there: those that are wrong or strange. */
  ids: string[];
  /** Of the keys of the database: those that are lost when nobody finds them. */
  lost: string[];
  from: "environment" | "file" | null;
}

interface Whereabouts {
  /** Where the secrets of this copy stand. */
  file: string;
  /** Whether it is this copy's own database, whose commands read that file. */
  isOwn: boolean;
}

/** What is wrong, how to put it right, and how to go on when nobody can. Ids only, and never a key. */
export function misfitWords(misfits: readonly Misfit[], where: Whereabouts): string {
  const ofEnvironment = misfits.filter(({ from }) => from === "environment").map(({ setting }) => setting);
  const outside = countsFirstWords(ofEnvironment, where.file);
  return [
    "The keys do not fit this database:",
    ...misfits.map((misfit) => `  ${whatIsWrong(misfit, where)}`),
    `Put ${where.file} back as it was, or set DATA_DIR to the folder that has it, or set its keys in .env.`,
    ...(outside ? [outside] : []),
    "To begin with nothing instead: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.",
    `Are those keys lost for good? ${misfits.map(({ setting }) => LOSS[setting]).join(" ")}`,
    "All else goes on. Keep a copy of all as it is, and say that they are lost:",
    "  npm run backup",
    ...misfits.flatMap((misfit) => firstOf(misfit, where).map((words) => `  ${words}`)),
    `  npm run reencrypt -- ${lostWords(misfits)}`,
  ].join("\n       ");
}

const LOSS = {
  ENCRYPTION_KEYS: "Nobody will ever read what was sealed with them.",
  APP_SECRET:
    "Members sign in again, forms that are open are refused, and what the journal names by it cannot be done again after a restore.",
} as const;

function whatIsWrong({ setting, trouble, ids, lost, from }: Misfit, { file }: Whereabouts): string {
  const source = sourceOf(from, file);
  const others = lost.length > 0 ? lost.join(", ") : "others";
  switch (trouble) {
    case "none":
      return `${setting} is neither in ${file} nor in the environment or .env. The database was used with ${others}.`;
    case "strange":
      return `${setting} of ${source} has ${ids.join(", ")}. The database was used with ${others}, and with none of these.`;
    case "wrong":
      return `${setting} of ${source} has other keys than the database by the same ids: ${ids.join(", ")}.`;
  }
}

/** What has to be done before keys are said to be lost; with this copy's own database, missing ones are made then. */
function firstOf({ setting, trouble, ids, from }: Misfit, { file, isOwn }: Whereabouts): string[] {
  if (!isOwn && from !== "environment")
    return [`set ${setting} in .env, with a new id: openssl rand ${setting === "APP_SECRET" ? "-hex" : "-base64"} 32`];
  return trouble === "wrong"
    ? [`take ${ids.join(", ")} out of ${setting} in ${sourceOf(from, file)}, or give new ids`]
    : [];
}

function sourceOf(from: Misfit["from"], file: string): string {
  return from === "file" ? file : "the environment or .env";
}

function lostWords(misfits: readonly Misfit[]): string {
  const ids = [...new Set(misfits.flatMap(({ lost }) => lost))].map((id) => `--lost ${id}`);
  // A secret that is older than the records of keys has no id: only the receipts show it.
  const hasNameless = misfits.some(({ setting, lost }) => setting === "APP_SECRET" && lost.length === 0);
  return [...ids, ...(hasNameless ? ["--lost-receipts"] : [])].join(" ");
}
