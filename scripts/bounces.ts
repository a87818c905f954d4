// `npm run bounces -- FILE…`: reads delivery reports that came back to MAIL_FROM. Each is a file as the mail server
// kept it: an .eml, or an entry of a Maildir. Files that are no report of a failed mail of ours are only counted.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { system } from "@/lib/audit/actor";
import { readDeliveryReport } from "@/lib/mails/delivery-report";
import { recordBounce } from "@/lib/mails/mutations";
import { db } from "@/lib/server/db";

const files = process.argv.slice(2).map((file) => path.resolve(process.env.INIT_CWD ?? ".", file));
if (files.length === 0) {
  console.error("Name the files to read: npm run bounces -- ~/Maildir/new/*");
  process.exitCode = 1;
}
const report = { recorded: 0, unknown: 0, other: 0 };
for (const file of files) {
  const bounce = await readDeliveryReport(await readFile(file));
  if (!bounce) report.other += 1;
  else if (await recordBounce(system("bounces"), bounce.mailId, bounce.code)) report.recorded += 1;
  else report.unknown += 1;
}
if (files.length > 0)
  console.log(
    `${report.recorded} recorded as bounced, ${report.unknown} of mails we do not know (erased), ${report.other} no report of a failure`,
  );
await db.$disconnect();
