import { counted } from "../../lib/shared/counted";

/** The journal in words, for people at a terminal: "12 lines, the last one of 2026-11-30 11:52:07 UTC". */
export function extentWords({ lines: count, lastAt }: { lines: number; lastAt: Date | null }): string {
  if (lastAt === null) return "no line";
  return `${counted(count, "line")}, the last one of ${lastAt.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
