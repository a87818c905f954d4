import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands between a browser and the site and notes every URL that is asked for: what did leave the browser. */
export async function relay(site: string): Promise<{ origin: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? "");
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? "", site), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  }).listen(0, "localhost");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, asked, close: () => server.close() };
}
