import { createServer } from "node:net";

/** A loopback port nobody listens on: the preferred one when it is still free, else one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred, "127.0.0.1"))) return preferred;
  return listenBriefly(0, "127.0.0.1");
}

/** Whether a server could listen on a port: of one IP, or of every IP as the web server does. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  return listenBriefly(port, host).then(
    () => true,
    () => false,
  );
}

/** Free everywhere: a server on 127.0.0.1 alone does not keep another from `::`, but would answer in its place. */
export async function isFreeEverywhere(port: number): Promise<boolean> {
  return (await isFree(port)) && (await isFree(port, "127.0.0.1"));
}

function listenBriefly(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const bound = server.address();
      server.close(() => (bound && typeof bound === "object" ? resolve(bound.port) : reject(new Error("No port"))));
    });
  });
}
