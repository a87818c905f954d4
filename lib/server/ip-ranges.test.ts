import { expect, test } from "vitest";
import { ipRanges } from "./ip-ranges";

test.each([
  ["127.0.0.0/8, ::1", "127.0.0.1", true],
  ["127.0.0.0/8, ::1", "127.9.9.9", true],
  ["127.0.0.0/8, ::1", "::ffff:127.0.0.1", true],
  ["127.0.0.0/8, ::1", "::1", true],
  ["127.0.0.0/8, ::1", "::2", false],
  ["127.0.0.0/8, ::1", "128.0.0.1", false],
  ["10.0.0.7", "10.0.0.7", true],
  ["10.0.0.7", "::ffff:10.0.0.7", true],
  ["10.0.0.7", "10.0.0.8", false],
  ["10.0.0.7,192.168.0.0/16", "192.168.255.1", true],
  ["fd00::/8", "fd12:3456::1", true],
  ["fe80::/10", "fe80::1%eth0", true],
  ["fd00::/8", "fe00::1", false],
  ["0.0.0.0/0", "203.0.113.9", true],
  ["10.0.0.0/8", "", false],
  ["10.0.0.0/8", "unknown", false],
])("of %s, %s: %s", (list, ip, isIn) => {
  expect(ipRanges(list)?.(ip)).toBe(isIn);
});

test.each(["", "10.0.0.0/33", "::/129", "10.0.0", "proxy", "10.0.0.1,", "10.0.0.0/8/8", "10.0.0.0/-1", "10.0.0.0/x"])(
  "%j is no list of IPs and ranges",
  (list) => {
    expect(ipRanges(list)).toBeNull();
  },
);
