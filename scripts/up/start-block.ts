import path from "node:path";
import type { Administrator } from "./administrator";

/** What a person needs to go on, and the line that programs wait for. */
export function startBlock(start: {
  port: number;
  administrator: Administrator;
  mailbox: number | undefined;
  data: string;
}): string {
  const site = `http://localhost:${start.port}`;
  const { email, password, note } = start.administrator;
  const folder = path.relative(process.cwd(), start.data) || start.data;
  const lines = [
    ["Site", site],
    ["Staff", `${site}/admin/sign-in`],
    ["", `${email}   password: ${password}${note && `   (${note})`}`],
    [
      "Mailbox",
      start.mailbox ? `http://localhost:${start.mailbox}   (files in ${folder}/mail/)` : "mails go to SMTP_URL",
    ],
    ["Logs", `${folder}/logs/`],
    ["Stop", "Ctrl+C"],
  ];
  return `\n${lines.map(([label = "", text = ""]) => `  ${label.padEnd(9)}${text}`).join("\n")}\n\nready ${site}`;
}
