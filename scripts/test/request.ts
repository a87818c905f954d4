import { Failure } from "../setup/failure.mjs";

export const STAGES = ["check", "unit", "integration", "e2e"] as const;
export type StageName = (typeof STAGES)[number];

/** What `npm test` is asked for. */
export interface TestRequest {
  stages: StageName[];
  /** Only test files whose path has one of these words; none for all. */
  words: string[];
  /** Only what this reference of git and the working tree differ in can reach. */
  changedSince?: string;
}

export const USAGE = `npm test                            everything
npm test -- unit integration        these stages: ${STAGES.join(", ")}
npm test -- e2e map                 of a stage the files whose path has the word
npm test -- changed                 the static checks, and the tests that what differs from origin/main can reach
npm test -- changed --since HEAD~3  from another commit`;

/** @throws Failure that says how to ask */
export function parseTestRequest(args: string[]): TestRequest {
  if (args[0] === "changed") return { stages: [...STAGES], words: [], changedSince: parseSince(args.slice(1)) };
  const stages = STAGES.filter((stage) => args.includes(stage));
  const words = args.filter((arg) => !(STAGES as readonly string[]).includes(arg));
  const odd = words.find((word) => word.startsWith("-"));
  if (odd) throw new Failure(`There is no option ${odd}.\n\n${USAGE}`);
  if (words.length === 0) return { stages: stages.length > 0 ? stages : [...STAGES], words };
  if (stages.includes("check")) throw new Failure(`The stage "check" takes no words.\n\n${USAGE}`);
  return { stages: stages.length > 0 ? stages : STAGES.filter((stage) => stage !== "check"), words };
}

function parseSince(args: string[]): string {
  if (args.length === 0) return "origin/main";
  const [option, reference, ...more] = args;
  if (option !== "--since" || !reference || more.length > 0)
    throw new Failure(`"changed" takes --since and a commit, branch or tag.\n\n${USAGE}`);
  return reference;
}
