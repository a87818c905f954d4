import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ipNetworks } from "./ip-networks";

describe("one machine, however it is written", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7", null],
    ["203.0.113.7:51234", "203.0.113.7", null],
    ["::ffff:203.0.113.7", "203.0.113.7", null],
    ["::FFFF:cb00:7107", "203.0.113.7", null],
    ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7", null],
    ["64:ff9b::203.0.113.7", "203.0.113.7", null],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2", "2001:db8:1"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2", "2001:db8:1"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2", "2001:db8:1"],
    ["2001:db8::1", "2001:db8:0:0", "2001:db8:0"],
    ["fe80::1%eth0", "fe80:0:0:0", "fe80:0:0"],
    ["::1", "0:0:0:0", "0:0:0"],
  ])("%s", (text, household, site) => {
    expect(ipNetworks(text)).toEqual({ household, site });
  });

  test.each(["", "unknown", "_hidden", "203.0.113", "1:2:3", "2001:db8::1::2", "300.1.1.1"])("%j is no IP", (text) => {
    expect(ipNetworks(text)).toBeNull();
  });
});

const group = fc.integer({ min: 0, max: 0xffff });
const hex = (groups: number[]) => groups.map((each) => each.toString(16)).join(":");
/** Not those that wrap an IPv4. */
const ipv6 = fc
  .tuple(fc.integer({ min: 0x2000, max: 0x3fff }), ...(Array.from({ length: 7 }, () => group) as []))
  .map((groups) => groups as number[]);

test("two machines of one /64 are one household, and two of one /48 one site, whatever their other bits", () => {
  fc.assert(
    fc.property(ipv6, ipv6, (one, other) => {
      const sameHousehold = [...one.slice(0, 4), ...other.slice(4)];
      const sameSite = [...one.slice(0, 3), (one[3]! + 1) % 0x10000, ...other.slice(4)];
      const found = ipNetworks(hex(one))!;
      expect(ipNetworks(hex(sameHousehold))).toEqual(found);
      expect(ipNetworks(hex(sameSite))).toMatchObject({ site: found.site });
      expect(ipNetworks(hex(sameSite))!.household).not.toBe(found.household);
      expect(ipNetworks(hex([...one.slice(0, 2), (one[2]! + 1) % 0x10000, ...one.slice(3)]))!.site).not.toBe(
        found.site,
      );
    }),
  );
});

test("an IPv4 is itself, mapped or not", () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      const plain = ipNetworks(ip);
      expect(plain).toEqual({ household: ip, site: null });
      expect(ipNetworks(`::ffff:${ip}`)).toEqual(plain);
    }),
  );
});
