import "server-only";
import { describeError, logger, type LogFields } from "./logger";

/**
 * From now on, what others print in this process is a line of our log: of an exception what may be logged of it, and
 * never its message, because a database's or a mail server's quotes what it was given.
 */
export function logConsole(): void {
  for (const level of ["log", "info", "warn", "error"] as const) {
    const write = logger[level === "log" ? "info" : level];
    console[level] = (...words: unknown[]) => write("console.line", fieldsOf(words));
  }
}

function fieldsOf(words: unknown[]): LogFields {
  const failure = words.find((each) => each instanceof Error);
  const digest = (failure as { digest?: unknown } | undefined)?.digest;
  const said = words.filter((each) => typeof each === "string").join(" ");
  if (!failure) return { said: said.split("\n")[0]?.slice(0, 200) };
  return { ...describeError(failure), digest: typeof digest === "string" ? digest : undefined };
}
