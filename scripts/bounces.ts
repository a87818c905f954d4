// `npm run bounces -- FILE…`: reads delivery reports that came back to MAIL_FROM. Each is a file as the mail server
// kept it: an .eml, or an entry of a Maildir. It names the files that it did not understand, and then ends with exit
// code 1: somebody has to read those.
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
const seen = { recorded: 0, unknown: 0, delayed: 0, other: 0 };
const notUnderstood: string[] = [];
for (const file of files) {
  const report = await readDeliveryReport(await readFile(file));
  if (report.kind === "not_understood") notUnderstood.push(file);
  else if (report.kind === "foreign") seen.unknown += 1;
  else if (report.kind !== "failed") seen[report.kind] += 1;
  else if (await recordBounce(system("bounces"), report.mailId, report.code)) seen.recorded += 1;
  else seen.unknown += 1;
}
if (files.length > 0)
  console.log(
    [
      `${seen.recorded} recorded as bounced`,
      `${seen.unknown} of mails we do not know (erased, or not ours)`,
      `${seen.delayed} delayed, still tried by a server`,
      `${seen.other} no report of a failure`,
      `${notUnderstood.length} not understood`,
    ].join(", "),
  );
if (notUnderstood.length > 0) {
  console.error(`Read these yourself:\n${notUnderstood.map((file) => `  ${file}`).join("\n")}`);
  process.exitCode = 1;
}
await db.$disconnect();
