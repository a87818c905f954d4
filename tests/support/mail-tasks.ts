import { mailTasks } from "@/lib/mails/jobs";
import { letters } from "@/lib/receipts/letters";

/** What the worker does with mails, as scripts/worker.ts puts it together. */
export const tasksOfMails = mailTasks(letters);
