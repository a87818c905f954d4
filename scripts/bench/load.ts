import { once } from "node:events";
import { Agent, request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { Failure } from "../setup/failure.mjs";

export interface Load {
  perSecond: number;
  /** Of one answer as it is sent, without its head. */
  bytes: number;
}

/**
 * Asks for one page over and over, each connection as soon as it has its answer.
 * @param headersOf what each connection sends besides
 * @throws Failure at an answer that is no 200
 */
export async function load(
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
  headersOf: (connection: number) => OutgoingHttpHeaders,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let answers = 0;
  let bytes = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;
  const askOn = async (connection: number) => {
    while (performance.now() < end) {
      bytes = (await sentBody(url, headersOf(connection), agent)).length;
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => askOn(connection)));
  agent.destroy();
  return { perSecond: (1_000 * answers) / (performance.now() - start), bytes };
}

/** The body of one answer as it is sent, packed. @throws Failure at an answer that is no 200 */
export async function sentBody(url: string, headers: OutgoingHttpHeaders = {}, agent?: Agent): Promise<Buffer> {
  const asked = request(url, { agent, headers: { "accept-encoding": "br, gzip", ...headers } }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Failure(`${url} answered ${answer.statusCode}`);
  return buffer(answer);
}
