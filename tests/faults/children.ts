import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started, and those that they have. */
export function childrenOf(parent: number): number[] {
  const own = readdirSync("/proc").flatMap((name) => (parentIn(name) === parent ? [Number(name)] : []));
  return own.flatMap((pid) => [pid, ...childrenOf(pid)]);
}

/** Undefined for what is no process, or has ended. */
function parentIn(name: string): number | undefined {
  if (!/^\d+$/.test(name)) return undefined;
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}
