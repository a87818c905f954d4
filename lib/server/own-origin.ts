import { isIPv6 } from "node:net";

/** Listens on every IP of the machine, also on loopback. */
const EVERY_IP = ["0.0.0.0", "::"];

/**
 * Where a server is asked from its own machine, such as http://127.0.0.1:3000.
 * @param host where it listens: an IP or a name (HOST)
 */
export function ownOrigin(host: string, port: number): string {
  const asked = EVERY_IP.includes(host) ? "127.0.0.1" : host;
  return `http://${isIPv6(asked) ? `[${asked}]` : asked}:${port}`;
}
