import { describe, expect, test } from "vitest";
import { isOnThisMachine, reachesFrom, reachesTeam } from "./team-email";

const HERE = ["http://localhost:3000", "http://127.0.0.1:4000/", "http://[::1]:3000", "https://bhr.localhost"];
const PUBLIC = [
  "https://example.org",
  "http://example.org:3000",
  "http://192.168.1.5:3000",
  "https://localhost.example",
];
const LOCAL_EMAILS = ["team@localhost", "Team <team@LOCALHOST>", "a@box.localhost", "a@[127.0.0.1]"];

test("a site is on this machine when its URL is, and not while nobody says where it is", () => {
  expect(HERE.filter((url) => isOnThisMachine(url))).toEqual(HERE);
  expect([...PUBLIC, undefined, "localhost"].filter((url) => isOnThisMachine(url))).toEqual([]);
});

describe.each([
  ...HERE.map((url) => [url, true] as const),
  ...[...PUBLIC, undefined].map((url) => [url, false] as const),
])("from %s", (url, isHere) => {
  test.each(LOCAL_EMAILS)(`%s reaches somebody: ${isHere}`, (email) => {
    expect(reachesFrom(email, url)).toBe(isHere);
    expect(reachesTeam({ email, phone: null }, url)).toBe(isHere);
    expect(reachesTeam({ email, phone: "+12135550123" }, url)).toBe(true);
  });

  test("any other email reaches somebody, and none at all nobody", () => {
    expect(reachesFrom("Team <team@example.org>", url)).toBe(true);
    expect(reachesTeam({ email: "team@example.org", phone: null }, url)).toBe(true);
    expect(reachesTeam({ email: null, phone: null }, url)).toBe(false);
  });
});
