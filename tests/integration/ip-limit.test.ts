import { beforeEach, expect, test, vi } from "vitest";
import { consumeByIp, consumeSlowlyByIp, isLimitedByIp } from "@/lib/server/ip-limit";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase();
beforeEach(() => db.rateLimit.deleteMany());

const limit = { points: 2, seconds: 600 };
const from = (ip: string) => new Headers({ "x-socket-ip": ip });
const use = async (ip: string) => (await consumeByIp("tried", from(ip), limit)).status;

test("machines of one /64 share one allowance, and those of another have their own", async () => {
  expect([await use("2001:db8:1:2::1"), await use("2001:db8:1:2:ffff::2"), await use("2001:db8:1:2::3")]).toEqual([
    "allowed",
    "allowed",
    "limited",
  ]);
  expect(await isLimitedByIp("tried", from("2001:db8:1:2::9"), limit)).toBe(true);
  expect([await use("2001:db8:1:3::1"), await isLimitedByIp("tried", from("2001:db8:1:4::1"), limit)]).toEqual([
    "allowed",
    false,
  ]);
});

test("a /48 may do what ten households do, however many it has", async () => {
  const answers: string[] = [];
  for (let household = 1; household <= 25; household += 1) answers.push(await use(`2001:db8:1:${household}::1`));
  expect(answers.filter((answer) => answer === "allowed")).toHaveLength(20);
  expect(await isLimitedByIp("tried", from("2001:db8:1:ffff::1"), limit)).toBe(true);
  expect(await use("2001:db8:2:1::1")).toBe("allowed");
});

test("one household cannot use up what its neighbors have", async () => {
  for (let times = 1; times <= 30; times += 1) await use("2001:db8:1:1::1");
  expect(await use("2001:db8:1:2::1")).toBe("allowed");
});

test("an IPv4 is one machine, mapped or not", async () => {
  expect([await use("203.0.113.7"), await use("::ffff:203.0.113.7"), await use("::ffff:cb00:7107")]).toEqual([
    "allowed",
    "allowed",
    "limited",
  ]);
  expect(await use("203.0.113.8")).toBe("allowed");
});

test("a pace lets one through at once, and the next after waits that double up to the longest", async () => {
  const pace = { firstSeconds: 60, maxSeconds: 20 * 60 };
  const start = Date.UTC(2026, 10, 29, 8);
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  const passes: number[] = [];
  try {
    for (let minute = 0; minute <= 80; minute += 1) {
      vi.setSystemTime(start + minute * 60_000);
      const answer = await consumeSlowlyByIp("paced", from("192.0.2.9"), "an account", pace);
      if (answer.status === "allowed") passes.push(minute);
    }
    expect(passes).toEqual([0, 1, 3, 7, 15, 31, 51, 71]);
    for (const [ip, key] of [
      ["192.0.2.10", "an account"],
      ["192.0.2.9", "another account"],
      ["2001:db8:1::1", "an account"],
    ] as const)
      expect(await consumeSlowlyByIp("paced", from(ip), key, pace)).toEqual({ status: "allowed" });
    expect(await consumeSlowlyByIp("paced", from("2001:db8:1:ffff::1"), "an account", pace)).toMatchObject({
      status: "limited",
    });
  } finally {
    vi.useRealTimers();
  }
});
