import { expect, test } from "vitest";
import { isThisMachine } from "./this-machine";

const OURS = ["localhost", "LOCALHOST", "localhost.", "a.b.localhost", "localhost.localdomain"];
const OUR_IPS = ["127.0.0.1", "127.9.8.7", "0.0.0.0", "[::1]", "[::]", "::1", "[IPv6:::1]", "[::ffff:7f00:1]"];
const OTHERS = ["example.org", "localhost.example.org", "notlocalhost", "128.0.0.1", "10.0.0.5", "[2001:db8::1]", ""];

test.each([...OURS, ...OUR_IPS])("%s is this machine", (host) => expect(isThisMachine(host)).toBe(true));
test.each(OTHERS)("%j is another machine", (host) => expect(isThisMachine(host)).toBe(false));

test("a URL writes each IP of this machine so that it is known", () => {
  for (const host of ["127.1", "0x7f000001", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "0"])
    expect([host, isThisMachine(new URL(`http://${host}/`).hostname)]).toEqual([host, true]);
});
