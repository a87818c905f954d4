import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Of zxcvbn's 0 to 4: more than 100 million guesses (3), which is more than our limits let anybody make. */
const MIN_SCORE = 3;
/** A longer password is judged by its beginning: to judge 128 characters takes seconds. */
const MAX_JUDGED_LENGTH = 40;
/** Shorter pieces are in every password. */
const MIN_WORD_LENGTH = 3;

/** Of a name or an email; more are no person's. */
const MAX_PIECES = 6;

/** What anybody would try first at this site. */
const HOUSE = ["best heroin rehab", "bestheroinrehab", "heroin rehab", "heroinrehab", "heroin", "rehab"];

/** Whose password it is. */
export interface PasswordOwner {
  name: string;
  email: string;
}

/** Whether somebody could guess it: common words of English and Spanish, patterns, and the person's own words. */
export async function isGuessable(password: string, owner: PasswordOwner): Promise<boolean> {
  const judge = await (loading ??= load());
  return judge.check(password.slice(0, MAX_JUDGED_LENGTH), ownWords(owner)).score < MIN_SCORE;
}

/** The words of the name and of the email, apart, together, and two and two in either order; and those of the house. */
export function ownWords({ name, email }: PasswordOwner): string[] {
  const pieces = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const sources = [pieces(name), pieces(email)].map((words) => words.slice(0, MAX_PIECES));
  const pairs = sources.flatMap((words) => words.flatMap((one) => words.map((other) => one + other)));
  const together = sources.flatMap((words) => [words.join(""), words.join(" ")]);
  const account = email.toLowerCase().split("@")[0] ?? "";
  const words = [...sources.flat(), ...pairs, ...together, account, pieces(account).join(""), email.toLowerCase()];
  const plain = words.map((word) => word.normalize("NFD").replace(/\p{M}/gu, ""));
  return [...new Set([...words, ...plain, ...HOUSE])].filter((word) => word.length >= MIN_WORD_LENGTH);
}

let loading: Promise<ZxcvbnFactory> | undefined;

/** Loaded at the first new password: half a second, and memory that a start does not need. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english, spanish] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
    import("@zxcvbn-ts/language-es-es"),
  ]);
  return new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
  });
}
