import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * The command line of a running process, or undefined when it has ended. A number alone proves nothing: process
 * numbers are used again, in containers at once.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") || undefined;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * The number of a process's parent.
 * @param {number} pid
 * @returns {number | undefined}
 */
export function parentOf(pid) {
  return Number(statOf(pid, "ppid", 1)) || undefined;
}

/**
 * When a process started, in the system's own form: with its number it names one process for good.
 * @param {number} pid
 * @returns {string | undefined} undefined when it has ended
 */
export function startOf(pid) {
  return statOf(pid, "lstart", 19);
}

/**
 * One thing the system knows of a living process.
 * @param {number} pid
 * @param {string} column of ps
 * @param {number} field of Linux's /proc/PID/stat, counted from the state
 * @returns {string | undefined}
 */
function statOf(pid, column, field) {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[field];
  } catch {
    return undefined;
  }
}

/**
 * Waits until a process has ended.
 * @param {number} pid
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when it is still there
 */
export async function hasEnded(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (startOf(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
