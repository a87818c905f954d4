// `npm run worker`: does the jobs the site leaves (mails), until it is told to end.
import { inquiryTasks } from "@/lib/inquiries/jobs";
import { db } from "@/lib/server/db";
import { runWorker } from "@/lib/server/queue";
import { requireSettings } from "./setup/settings-check";

requireSettings();
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
await runWorker({ signal: stopping.signal, tasks: inquiryTasks });
await db.$disconnect();
process.exit(0);
