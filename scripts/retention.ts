// `npm run retention`: erases what has been kept long enough, as the worker does every day, and says how much. With
// --dry-run it erases nothing and says what it would erase. It prints counts and dates only.
import { parseArgs } from "node:util";
import { system } from "@/lib/audit/actor";
import { eraseDue } from "@/lib/retention/mutations";
import { keptDays } from "@/lib/retention/periods";
import { findDue } from "@/lib/retention/queries";
import { RETENTION_GROUPS, type RetentionReport } from "@/lib/retention/types";
import { db } from "@/lib/server/db";
import { utcMoment } from "@/lib/shared/dates";
import { counted } from "@/lib/shared/counted";
import { requireSettings } from "./setup/settings-check";

const NAMES = {
  closed: ["inquiry done", "inquiries done"],
  spam: ["inquiry judged spam", "inquiries judged spam"],
  corrections: ["correction's words", "corrections' words"],
} as const;

try {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean" } } });
  // What is erased is written into the journal, which names nobody without it.
  if (!values["dry-run"]) requireSettings(["DATABASE_URL", "APP_SECRET"]);
  const due = await findDue();
  print(due, values["dry-run"] ? "to erase" : "due");
  if (!values["dry-run"]) await erase();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

function print(due: RetentionReport, word: string): void {
  const days = keptDays();
  for (const group of RETENTION_GROUPS) {
    const { count, oldestAt } = due[group];
    const oldest = oldestAt ? `, the oldest since ${utcMoment(oldestAt)}` : "";
    console.log(`${NAMES[group][1]}, kept ${counted(days[group], "day")}: ${count} ${word}${oldest}`);
  }
}

async function erase(): Promise<void> {
  const { erased, failed, left } = await eraseDue(system("retention"));
  const counts = RETENTION_GROUPS.map((group) => {
    const [one, many] = NAMES[group];
    return counted(erased[group], one, many);
  });
  console.log(`erased: ${counts.join(", ")}; ${left} left for the next run`);
  if (failed === 0) return;
  console.error(`${failed} could not be erased: see retention.not_erased in logs/retention.log of DATA_DIR`);
  process.exitCode = 1;
}
