import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { freePort } from "../setup/ports";

export interface Front {
  /** Such as http://127.0.0.1:3999. */
  base: string;
  close: () => Promise<void>;
}

/**
 * A server in front of the site that forwards everything. Each answer of the site waits for `before`, which gets the
 * URL that the answer redirects to.
 */
export async function openFront(site: string, before: (location: string) => Promise<void>): Promise<Front> {
  const port = await freePort();
  const server = createServer((asked, answer) => {
    const failed = () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end());
    handOn(site, asked, answer, before).catch(failed);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { base: `http://127.0.0.1:${port}`, close };
}

async function handOn(
  site: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  before: (location: string) => Promise<void>,
): Promise<void> {
  const passed = request(new URL(asked.url ?? "/", site), { method: asked.method, headers: asked.headers });
  asked.pipe(passed);
  const [given] = (await once(passed, "response")) as [IncomingMessage];
  if (given.headers.location) await before(given.headers.location);
  answer.writeHead(given.statusCode ?? 502, given.headers);
  given.pipe(answer);
}

/**
 * Sends the mails of the inquiry just kept, by the same code as the worker, one connection for each, both at once.
 * @param location the thank-you page, which names the reference
 */
export async function sendInRequest(location: string): Promise<void> {
  const { db } = await import("@/lib/server/db");
  const { mailTasks } = await import("@/lib/mails/jobs");
  const { letters } = await import("@/lib/receipts/letters");
  const tasks = mailTasks(letters);
  const { SEND_MAIL_TASK } = await import("@/lib/mails/job");
  const reference = new URL(location, "http://localhost").searchParams.get("reference") ?? "";
  const mails = await db.mail.findMany({ where: { inquiry: { reference } }, select: { id: true } });
  await Promise.all(mails.map(async ({ id }) => tasks[SEND_MAIL_TASK]?.({ mailId: id }, { number: 1, isLast: false })));
}
