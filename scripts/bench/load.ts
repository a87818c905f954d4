import { Agent, request, type OutgoingHttpHeaders } from "node:http";
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
  const ask = async (connection: number) => {
    while (performance.now() < end) {
      bytes = await once(url, agent, { "accept-encoding": "br, gzip", ...headersOf(connection) });
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => ask(connection)));
  agent.destroy();
  return { perSecond: (1_000 * answers) / (performance.now() - start), bytes };
}

function once(url: string, agent: Agent, headers: OutgoingHttpHeaders): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) return void asked.destroy(new Failure(`${url} answered ${answer.statusCode}`));
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.once("end", () => resolve(bytes));
    });
    asked.once("error", reject);
    asked.end();
  });
}
