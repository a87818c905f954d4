import { afterEach, expect, test, vi } from "vitest";

const KEY = "k1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
const OTHER_KEY = "k1:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";

afterEach(() => void vi.unstubAllEnvs());

/** Reads the settings anew, with these beside those of every test. */
async function envWith(settings: Record<string, string>) {
  for (const [name, value] of Object.entries({ DATABASE_URL: "postgresql://localhost/none", ...settings }))
    vi.stubEnv(name, value);
  vi.resetModules();
  const { env, checkSettings } = await import("./env");
  checkSettings();
  return { ...env() };
}

test("an empty setting counts as none: what may be left out has its usual value, what must be set is named", async () => {
  expect(await envWith({ RETENTION_CLOSED_DAYS: "" })).toMatchObject({ RETENTION_CLOSED_DAYS: 180 });
  const refused = envWith({ ENCRYPTION_KEYS: "", APP_SECRET: "" });
  await expect(refused).rejects.toThrow(/APP_SECRET: set 32 or more random.*\n.*ENCRYPTION_KEYS: set id:key pairs/);
});

test.each([
  ["is too short", "k1:c2hvcnQ=", "set id:key pairs"],
  ["has no id", KEY.slice("k1:".length), "set id:key pairs"],
  ["shares its id with another", `${KEY},${OTHER_KEY}`, "give each key its own id"],
])("a key that %s is refused, and not printed", async (_, ENCRYPTION_KEYS, words) => {
  const said = await envWith({ ENCRYPTION_KEYS }).catch(String);
  expect(said).toContain(`ENCRYPTION_KEYS: ${words}`);
  expect(said).not.toContain(ENCRYPTION_KEYS.slice(-20));
});

test.each([
  ["has a secret that is too short", `s2:${"x".repeat(31)},s1:${"y".repeat(32)}`, "set 32 or more random characters"],
  ["has two secrets of one id", `s1:${"x".repeat(32)},s1:${"y".repeat(32)}`, "give each secret its own id"],
])("an APP_SECRET that %s is refused, and not printed", async (_, APP_SECRET, words) => {
  const said = await envWith({ ENCRYPTION_KEYS: KEY, APP_SECRET }).catch(String);
  expect(said).toContain(`APP_SECRET: ${words}`);
  expect(said).not.toContain(APP_SECRET.slice(-20));
});

const PERIODS = ["RETENTION_CLOSED_DAYS", "RETENTION_SPAM_DAYS", "RETENTION_CORRECTION_DAYS"];
test.each(PERIODS.flatMap((name) => ["0", "x", "-1"].map((value) => [name, value] as const)))(
  "%s is no period when it is %j",
  async (name, value) => {
    await expect(envWith({ [name]: value })).rejects.toThrow(`${name}: `);
  },
);

test("in production the site's URL and its emails have no usual value, and elsewhere they have", async () => {
  const empty = { SITE_URL: "", MAIL_TO: "", MAIL_FROM: "", ENCRYPTION_KEYS: KEY };
  const said = await envWith({ ...empty, NODE_ENV: "production" }).then(() => "", String);
  expect(said.split("\n  ").slice(1)).toEqual([
    expect.stringMatching(/^SITE_URL: set the site's public URL/),
    expect.stringMatching(/^MAIL_TO: set the team's email/),
    expect.stringMatching(/^MAIL_FROM: set who our mails come from/),
  ]);
  for (const NODE_ENV of ["development", "test"])
    expect(await envWith({ ...empty, NODE_ENV })).toMatchObject({ SITE_URL: undefined, MAIL_TO: "team@localhost" });
});

/** Of a public site; and whether each is taken there, and by a site on this machine. */
const EMAILS = [
  ["MAIL_TO", "", false, false],
  ["MAIL_TO", "team@localhost", false, true],
  ["MAIL_TO", "team@example.org, Second <second@localhost>", false, true],
  ["MAIL_TO", "team@example.org", true, true],
  ["MAIL_FROM", "", false, true],
  ["MAIL_FROM", "Best Heroin Rehab <no-reply@localhost>", false, true],
  ["MAIL_FROM", "no-reply@localhost.localdomain", false, true],
  ["MAIL_FROM", "Best Heroin Rehab <no-reply@example.org>", true, true],
  ["TEAM_EMAIL", "", true, true],
  ["TEAM_EMAIL", "team@localhost", false, true],
  ["TEAM_EMAIL", "team@example.org", true, true],
] as const;
const SITES = [
  ["https://example.org", true],
  ["http://192.168.1.5:3000", true],
  ["http://localhost:3000", false],
  ["http://127.0.0.1:3000", false],
] as const;
test.each(
  SITES.flatMap(([url, isPublic]) =>
    EMAILS.map(([name, value, ofPublic, ofCopy]) => [url, name, value, isPublic ? ofPublic : ofCopy] as const),
  ),
)("in production at %s, %s=%j is taken: %s", async (SITE_URL, name, value, isRight) => {
  const emails = { MAIL_TO: "team@example.org", MAIL_FROM: "no-reply@example.org", TEAM_EMAIL: "", [name]: value };
  const settings = { SITE_URL, ENCRYPTION_KEYS: KEY, ...emails };
  const said = await envWith({ ...settings, NODE_ENV: "production" }).then(() => "", String);
  expect(
    said
      .split("\n  ")
      .slice(1)
      .map((line) => line.split(":")[0]),
  ).toEqual(isRight ? [] : [name]);
});

test.each([
  ["SITE_URL", "example.org", false],
  ["SITE_URL", "ftp://example.org", false],
  ["SITE_URL", "javascript:alert(1)", false],
  ["SITE_URL", "https://example.org", true],
  ["SITE_URL", "http://localhost:3000", true],
  ["MAIL_FROM", "Best Heroin Rehab", false],
  ["MAIL_FROM", "Best Heroin Rehab <no-reply@example.org>", true],
  ["MAIL_TO", "team", false],
  ["MAIL_TO", "team@example.org, second", false],
  ["MAIL_TO", "team@example.org,", false],
  ["MAIL_TO", "Team <team@example.org>, second@example.org", true],
  ["MAIL_TO", "team@localhost", true],
  ["TEAM_EMAIL", "Team <team@example.org>", false],
  ["TEAM_EMAIL", "team@localhost", true],
  ["TEAM_EMAIL", "hello@example.org", true],
] as const)("%s=%s is taken: %s", async (name, value, isRight) => {
  const said = await envWith({
    NODE_ENV: "production",
    MAIL_TO: "team@example.org",
    MAIL_FROM: "no-reply@example.org",
    ENCRYPTION_KEYS: KEY,
    [name]: value,
  }).then(() => "", String);
  expect(said).toMatch(isRight ? /^$/ : new RegExp(`\\n  ${name}: set `));
});
