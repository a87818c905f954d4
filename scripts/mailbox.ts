// The local mailbox: SMTP in, `.eml` files in a folder, pages to read them. For trying things out, on loopback only.
import path from "node:path";
import { parseArgs } from "node:util";
import { MailFolder } from "./mailbox/mail-folder";
import { startSmtp } from "./mailbox/smtp";
import { startMailboxPages } from "./mailbox/web";

const { values } = parseArgs({
  options: { folder: { type: "string" }, smtp: { type: "string" }, web: { type: "string" } },
});
const mails = new MailFolder(path.resolve(values.folder ?? ".data/mail"));
const smtp = await startSmtp(Number(values.smtp ?? 2525), (source) => mails.keep(source));
const web = await startMailboxPages(Number(values.web ?? 8025), mails);
console.log(`mailbox  smtp://127.0.0.1:${smtp.port}  ${web.listening ? "open" : "closed"}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    web.closeAllConnections();
    void smtp.stop().finally(() => process.exit(0));
  });
