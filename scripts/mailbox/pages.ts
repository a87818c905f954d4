import { simpleParser, type AddressObject, type ParsedMail } from "mailparser";
import { counted } from "../../lib/shared/counted";
import type { MailFolder } from "./mail-folder";
import { escape, linked, page } from "./html";

/** What a long day of trying things out leaves; older mails stay in the folder. */
const SHOWN = 100;

/** The newest mails, as a list that reloads itself. */
export async function listPage(mails: MailFolder): Promise<string> {
  const names = await mails.names();
  const rows = await Promise.all(names.slice(0, SHOWN).map((name) => row(mails, name)));
  const list =
    rows.length > 0
      ? `<ol>${rows.join("\n")}</ol>`
      : '<p class="card">No mail yet. New mails appear here by themselves.</p>';
  const more =
    names.length > SHOWN ? `<p class="muted">${names.length - SHOWN} older mails are in the folder.</p>` : "";
  return page("Local mailbox", `<h1>${counted(names.length, "mail")}</h1>${list}${more}`, {
    refreshes: true,
  });
}

async function row(mails: MailFolder, name: string): Promise<string> {
  const mail = await parse(await mails.read(name));
  return `<li><a href="/mail/${escape(name)}"><strong>${escape(subjectOf(mail))}</strong>
<span>to ${escape(mailboxes(mail?.to))}</span>${timeOf(name)}</a></li>`;
}

/** One mail: headers, text, the HTML part in a frame that can do nothing, and its source. */
export async function mailPage(name: string, source: Buffer): Promise<string> {
  const mail = await parse(source);
  const headers = [
    ["From", mailboxes(mail?.from)],
    ["To", mailboxes(mail?.to)],
    ["Reply to", mailboxes(mail?.replyTo)],
    ["Attachments", mail?.attachments.map(({ filename }) => filename ?? "unnamed").join(", ")],
  ].filter(([, value]) => value);
  const rows = headers.map(([label, value]) => `<dt>${label ?? ""}</dt><dd>${escape(value ?? "")}</dd>`).join("\n");
  const html = mail?.html
    ? `<h2>HTML</h2><div class="card"><iframe sandbox title="HTML part" src="/mail/${escape(name)}/html"></iframe></div>`
    : "";
  return page(
    subjectOf(mail),
    `<h1>${escape(subjectOf(mail))}</h1>
<div class="card"><dl>${rows}<dt>Arrived</dt><dd>${timeOf(name)}</dd></dl></div>
<h2>Text</h2><div class="card"><pre>${linked(mail?.text ?? "(no text part)")}</pre></div>
${html}<p><a href="/mail/${escape(name)}/source">Source</a></p>`,
  );
}

/** The HTML part as it is; only for the frame, under a policy that lets it run and load nothing. */
export async function htmlPart(source: Buffer): Promise<string> {
  return (await parse(source))?.html || "";
}

async function parse(source: Buffer | undefined): Promise<ParsedMail | undefined> {
  return source && simpleParser(source, { skipTextToHtml: true }).catch(() => undefined);
}

function subjectOf(mail: ParsedMail | undefined): string {
  return mail?.subject?.trim() || "(no subject)";
}

function mailboxes(list: AddressObject | AddressObject[] | undefined): string {
  return [list ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", ");
}

function timeOf(name: string): string {
  const iso = name.slice(0, 24).replace(/T(\d\d)-(\d\d)-(\d\d)-/, "T$1:$2:$3.");
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
