import { execFileSync } from "node:child_process";
import { Failure } from "../setup/failure.mjs";
import { testFiles, type FileStage } from "./files";

/** The part of a stage that a change can affect: all, nothing, these test files, or tests that import these sources. */
export type Reach = "all" | "nothing" | { files: string[] } | { importersOf: string[] };

/** What every test runs with. */
const GROUND = /^(package(-lock)?\.json|tsconfig\.json|vitest\.config\.ts)$/;
/** What the site is made of, beside its tests: more than imports lead from there to a page. */
const SITE = /^(app|components|lib|messages|public|prisma|scripts)\/|^[^/.][^/]*\.(m?[jt]s|json)$|^\.ci\//;
/** What tests of a stage find by its place, run or read, and do not import. */
const FOUND_BY_PLACE = {
  unit: /^(prisma|public)\//,
  integration:
    /^(app|prisma|public|scripts)\/|^lib\/[^/]+\/actions\.ts$|^tests\/support\/(postgres-server|template-database|environment)\.ts$/,
};
const TEST = /\.(test|spec)\.tsx?$/;
const SOURCE = /\.(tsx?|mjs|json)$/;

/**
 * The files in which the working tree differs from where it and `reference` parted, as paths from the checkout; new
 * ones too.
 * @throws Failure when git does not know the reference
 */
export function changedFiles(reference: string): string[] {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: "pipe" }).trim();
  const lines = (text: string) => text.split("\n").filter(Boolean);
  try {
    const parted = git("merge-base", reference, "HEAD");
    const known = lines(git("diff", "--name-only", "--no-renames", parted));
    return [...known, ...lines(git("ls-files", "--others", "--exclude-standard"))].toSorted();
  } catch {
    throw new Failure(
      `git knows no "${reference}" here. Name a commit, branch or tag: npm test -- changed --since HEAD~1`,
    );
  }
}

/** The part of a stage whose result these changed files can affect; rather too much than too little. */
export function reachOf(stage: FileStage, changed: string[]): Reach {
  if (changed.some((file) => GROUND.test(file))) return "all";
  if (stage === "e2e") return reachOfBrowserTests(changed);
  if (changed.some((file) => FOUND_BY_PLACE[stage].test(file) && !TEST.test(file))) return "all";
  const sources = changed.filter((file) => SOURCE.test(file));
  return sources.length > 0 ? { importersOf: sources } : "nothing";
}

function reachOfBrowserTests(changed: string[]): Reach {
  const product = changed.filter((file) => SITE.test(file) && !TEST.test(file));
  if (product.length > 0 || changed.some((file) => file.startsWith("tests/support/"))) return "all";
  const files = testFiles("e2e").filter((file) => changed.includes(file));
  return files.length > 0 ? { files } : "nothing";
}
