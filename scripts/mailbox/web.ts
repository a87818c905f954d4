import { createServer, type IncomingMessage, type Server } from "node:http";
import type { MailFolder } from "./mail-folder";
import { stylesheet } from "./html";
import { htmlPart, listPage, mailPage } from "./pages";

type Answer = { status?: number; type?: string; policy?: string; body: string };

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail's own HTML: its inline style and embedded pictures show, nothing is fetched and nothing runs. */
const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
const NOT_FOUND: Answer = { status: 404, type: "text/plain", body: "There is no such mail." };

/** The mailbox's pages, on loopback only. */
export async function startMailboxPages(port: number, mails: MailFolder): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request, mails)
      .catch((): Answer => ({ status: 500, type: "text/plain", body: "This mail could not be read." }))
      .then(({ status = 200, type = "text/html", policy = PAGE_POLICY, body }) => {
        response.writeHead(status, {
          "content-type": `${type}; charset=utf-8`,
          "content-security-policy": policy,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
        });
        response.end(request.method === "HEAD" ? undefined : body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

async function answer({ method, headers, url = "/" }: IncomingMessage, mails: MailFolder): Promise<Answer> {
  // Another site's name that points here must not read mails through a visitor's browser.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? "")) return { ...NOT_FOUND, status: 421 };
  if (method !== "GET" && method !== "HEAD") return { ...NOT_FOUND, status: 405 };
  const [, first = "", name = "", part] = (url.split("?")[0] ?? "").split("/");
  if (first === "") return { body: await listPage(mails) };
  if (first === "style.css") return { type: "text/css", body: stylesheet };
  const source = first === "mail" ? await mails.read(name) : undefined;
  if (!source) return NOT_FOUND;
  if (part === "html") return { policy: MAIL_POLICY, body: await htmlPart(source) };
  if (part === "source") return { type: "text/plain", body: source.toString("utf8") };
  return { body: await mailPage(name, source) };
}
