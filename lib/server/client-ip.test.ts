import { expect, test, vi } from "vitest";

async function ipOf(headers: Record<string, string>, proxyHeader = "") {
  vi.stubEnv("TRUSTED_PROXY_HEADER", proxyHeader);
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
  expect(await ipOf(headers, "x-forwarded-for")).toBe("203.0.113.7");
});

test("an IPv6 household is one IP", async () => {
  expect(await ipOf({ "x-socket-ip": "2001:db8:1:2:3:4:5:6" })).toBe("2001:db8:1:2");
  expect(await ipOf({ "x-socket-ip": "2001:db8::1" })).toBe("2001:db8:0:0");
});

test("who cannot be told apart is counted together", async () => {
  expect(await ipOf({})).toBe("unknown");
});
