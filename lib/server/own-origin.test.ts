import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ownOrigin } from "./own-origin";

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["10.1.2.3", "http://10.1.2.3:3000"],
  ["localhost", "http://localhost:3000"],
])("a server that listens on %s is asked at %s", (host, origin) => {
  expect(ownOrigin(host, 3000)).toBe(origin);
});

test.each(["127.0.0.1", "0.0.0.0", "localhost"])("a server on %s answers there, and by localhost", async (host) => {
  const server = await listening(host);
  const { port } = server.address() as AddressInfo;
  try {
    for (const origin of [ownOrigin(host, port), `http://localhost:${port}`])
      expect(await (await fetch(origin)).text()).toBe("here");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

function listening(host: string): Promise<Server> {
  const server = createServer((_, response) => void response.end("here"));
  return new Promise((resolve) => server.listen(0, host, () => resolve(server)));
}
