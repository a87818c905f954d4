import { expect, test, vi } from "vitest";

async function ipOf(headers: Record<string, string>, proxyHeader = "", proxies = "") {
  vi.stubEnv("TRUSTED_PROXY_HEADER", proxyHeader);
  vi.stubEnv("TRUSTED_PROXY", proxies);
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  vi.resetModules();
  const { clientNetworks } = await import("./client-ip");
  return clientNetworks(new Headers(headers)).household;
}

test("without a trusted proxy, the socket counts and a client's own claim does not", async () => {
  expect(await ipOf({ "x-socket-ip": "::ffff:203.0.113.7", "x-forwarded-for": "6.6.6.6" })).toBe("203.0.113.7");
});

test("with one, its last word counts, and whatever the client put before it does not", async () => {
  const headers = { "x-socket-ip": "10.0.0.1", "x-forwarded-for": "6.6.6.6, 203.0.113.7" };
  expect(await ipOf(headers, "x-forwarded-for", "10.0.0.0/8")).toBe("203.0.113.7");
});

const SOCKETS = ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "::ffff:10.0.0.1", "198.51.100.9", ""];
const TRUSTED: [header: string, proxies: string, trusted: string[]][] = [
  ["", "", []],
  ["", "10.0.0.0/8", []],
  ["x-forwarded-for", "", ["127.0.0.1", "::1", "::ffff:127.0.0.1"]],
  ["x-forwarded-for", "10.0.0.1", ["10.0.0.1", "::ffff:10.0.0.1"]],
  ["x-forwarded-for", "10.0.0.0/8, ::1", ["10.0.0.1", "::ffff:10.0.0.1", "::1"]],
  ["x-forwarded-for", "192.0.2.1", []],
];
const MATRIX = TRUSTED.flatMap(([header, proxies, trusted]) =>
  SOCKETS.map((socket) => ({ header, proxies, socket, isBelieved: trusted.includes(socket) })),
);

test.each(MATRIX)("header $header, proxies $proxies, from $socket: believed $isBelieved", async (each) => {
  const { header, proxies, socket, isBelieved } = each;
  const claim = { "x-socket-ip": socket, "x-forwarded-for": "203.0.113.7", "x-real-ip": "203.0.113.8" };
  const ip = await ipOf(claim, header, proxies);
  expect(ip === "203.0.113.7").toBe(isBelieved);
  // Who is not believed is counted by the socket.
  expect(ip).toBe(isBelieved ? "203.0.113.7" : await ipOf({ "x-socket-ip": socket }));
});

test("an IPv6 household is one IP", async () => {
  expect(await ipOf({ "x-socket-ip": "2001:db8:1:2:3:4:5:6" })).toBe("2001:db8:1:2");
  expect(await ipOf({ "x-socket-ip": "2001:db8::1" })).toBe("2001:db8:0:0");
});

test("who cannot be told apart is counted together", async () => {
  expect(await ipOf({})).toBe("unknown");
});
