import { mkdtempSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { MailFolder } from "./mail-folder";
import { startSmtp } from "./smtp";
import { startMailboxPages } from "./web";

const MAIL = [
  "From: a@example.org",
  "To: b@example.org",
  "Subject: <script>alert(1)</script>",
  "Content-Type: text/html",
  "",
  "<p onclick=alert(1)>Hello</p>",
];

async function openMailbox() {
  const folder = mkdtempSync(path.join(tmpdir(), "mailbox-"));
  const mails = new MailFolder(folder);
  const smtp = await startSmtp(0, (source) => mails.keep(source));
  const web = await startMailboxPages(0, mails);
  onTestFinished(async () => {
    await smtp.stop();
    web.closeAllConnections();
    web.close();
  });
  await send(smtp.port);
  return { folder, url: `http://127.0.0.1:${(web.address() as AddressInfo).port}` };
}

/** Says its lines one by one, each after the server's answer. */
function send(port: number): Promise<void> {
  const lines = [
    "EHLO test",
    "MAIL FROM:<a@example.org>",
    "RCPT TO:<b@example.org>",
    "DATA",
    `${MAIL.join("\r\n")}\r\n.`,
    "QUIT",
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (answer) => {
      if (/^\d{3} /m.test(answer.toString())) socket.write(`${lines.shift() ?? ""}\r\n`);
    });
    socket.on("close", () => resolve()).on("error", reject);
  });
}

test("a mail is kept as one .eml file, as it came", async () => {
  const { folder, url } = await openMailbox();
  const [name = "", ...others] = readdirSync(folder);
  expect(name).toMatch(/\.eml$/);
  expect(others).toEqual([]);
  const source = await fetch(`${url}/mail/${name}/source`);
  expect(await source.text()).toContain("<p onclick=alert(1)>Hello</p>");
});

test("what a sender wrote is shown as text, and its HTML only where nothing runs", async () => {
  const { folder, url } = await openMailbox();
  const list = await (await fetch(url)).text();
  expect(list).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
  const page = await (await fetch(`${url}/mail/${readdirSync(folder)[0]}`)).text();
  expect(page).not.toContain("<script");
  expect(page).toContain("<iframe sandbox");
  const html = await fetch(`${url}/mail/${readdirSync(folder)[0]}/html`);
  expect(html.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
});

test("a name that leads out of the folder is no mail", async () => {
  const { url } = await openMailbox();
  expect((await fetch(`${url}/mail/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
});
