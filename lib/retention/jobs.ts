import "server-only";
import { system } from "@/lib/audit/actor";
import { eraseDueEmails } from "@/lib/corrections/mutations";
import { forgetOldForms } from "@/lib/kept-forms/mutations";
import { db } from "@/lib/server/db";
import { addJob, asLong, type Tasks } from "@/lib/server/queue";
import { deleteRemovedMembers } from "@/lib/staff/jobs";
import { eraseDue } from "./mutations";

const ERASE_DUE_TASK = "eraseDue";

/** What the worker does for retention. */
export const retentionTasks: Tasks = { [ERASE_DUE_TASK]: asLong(eraseDueAndGoOn) };

/** Each day at 11:17 UTC, at night in Los Angeles; when no worker ran on a day, the run follows when one starts. */
export const RETENTION_SCHEDULE = `17 11 * * * ${ERASE_DUE_TASK} ?fill=1d&max=12&jobKey=retention`;

/** A run takes a batch; another one follows while more is due and the last run erased something. */
async function eraseDueAndGoOn(): Promise<void> {
  const actor = system("retention");
  await forgetOldForms(actor);
  await deleteRemovedMembers(actor);
  await eraseDueEmails(actor);
  const { erased, left } = await eraseDue(actor);
  const count = erased.closed + erased.spam + erased.corrections;
  if (left > 0 && count > 0) await addJob(db, ERASE_DUE_TASK, {}, { jobKey: "retention more" });
}
