// What staff state of the people behind the content and of the owner, from the form to the pages.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import SettingsPage from "@/app/admin/settings/page";
import { SiteFooter } from "@/components/layout/site-footer";
import { PostCredits } from "@/components/posts/post-credits";
import { Ownership } from "@/components/settings/ownership";
import { People } from "@/components/settings/people";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import {
  saveCrisisNumbersAction,
  saveFooterCreditsAction,
  saveOwnershipAction,
  saveProfilesAction,
  saveTeamContactAction,
  type SettingResult,
} from "@/lib/settings/actions";
import { NO_OWNERSHIP, NO_PROFILES } from "@/lib/settings/disclosures";
import { saveSetting } from "@/lib/settings/mutations";
import { getSettings } from "@/lib/settings/queries";
import { SETTING_KEYS, type SettingKey } from "@/lib/settings/schema";
import { textsOfSetting } from "@/lib/settings/texts";
import { markOf } from "@/lib/settings/mark";
import { LOCALES, type Locale } from "@/lib/shared/i18n";
import { seedSettings } from "@/prisma/seed/settings";
import { testDatabase } from "../support/database";
import { browser, formOf, revalidated } from "../support/staff-request";
import { as, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const DAY = "2026-08-01";
const NAMES = { crafted: "Jonathan Parker", polished: "Harper Miller", evaluated: "Lucia Anderson" };
const ACTIONS: Record<SettingKey, typeof saveProfilesAction> = {
  crisisNumbers: saveCrisisNumbersAction,
  teamContact: saveTeamContactAction,
  footerCredits: saveFooterCreditsAction,
  profiles: saveProfilesAction,
  ownership: saveOwnershipAction,
};
const NOT_STATED: Record<Locale, string> = { en: "Not stated yet", es: "Aún no se ha declarado" };

beforeAll(async () => {
  await seedSettings();
  await signInTwo();
});
beforeEach(async () => {
  await saveSetting(system("seed"), "footerCredits", NAMES, DAY);
  await saveSetting(system("seed"), "profiles", NO_PROFILES, DAY);
  await saveSetting(system("seed"), "ownership", NO_OWNERSHIP, DAY);
});

/** The fields of a setting's form as a browser would send them, with what was typed over them. */
async function formFields(key: SettingKey, typed: Record<string, string> = {}): Promise<Record<string, string>> {
  const settings = await getSettings();
  const keys = settings.crisisNumbers.value.map((line, at) => [`crisisNumbers.${at}.key`, line.key]);
  const names = Object.entries(settings.footerCredits.value).map(([role, name]) => [`${role}.name`, name]);
  const hidden = key === "crisisNumbers" ? keys : key === "profiles" ? names : [];
  const saved = textsOfSetting(settings, key);
  return { ...Object.fromEntries(hidden), ...saved, checkedOn: DAY, seen: markOf(settings[key]), ...typed };
}
const send = async (key: SettingKey, fields: Record<string, string>) =>
  as("author", () => ACTIONS[key](null, formOf(fields)));
const answerTo = async (key: SettingKey, fields: Record<string, string>): Promise<SettingResult | null> => {
  const came = await send(key, fields);
  return "answer" in came ? came.answer : null;
};
const SAVED = { redirect: "/admin/settings?done=saved" };

async function teamPage(locale: Locale): Promise<string> {
  return renderToStaticMarkup(<People locale={locale} settings={await getSettings()} />);
}
async function ownershipPage(locale: Locale): Promise<string> {
  return renderToStaticMarkup(<Ownership locale={locale} ownership={(await getSettings()).ownership} />);
}
async function settingsPage(): Promise<string> {
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };
  const shown = await as("author", () => SettingsPage(props));
  return "answer" in shown ? renderToStaticMarkup(shown.answer) : "";
}

test.each(LOCALES)(
  "until staff fill them in, the pages say that nothing is stated, and bear no day: %s",
  async (locale) => {
    const team = await teamPage(locale);
    const owner = await ownershipPage(locale);
    for (const name of Object.values(NAMES)) expect(team).toContain(`>${name}</h2>`);
    expect([team.split(NOT_STATED[locale]).length - 1, owner.split(NOT_STATED[locale]).length - 1]).toEqual([3, 3]);
    expect(team + owner).not.toMatch(/2026/);
  },
);

test("what a person states is on the page in each language, with the day it was checked, and only of that person", async () => {
  const typed = {
    "crafted.biographyEn": "Registered nurse.\r\nWrites since 2020.",
    "crafted.biographyEs": "Enfermero con licencia.",
    "crafted.email": "jonathan@example.org",
    "crafted.url": "https://example.org/jonathan",
  };
  expect(await send("profiles", await formFields("profiles", typed))).toEqual(SAVED);
  expect(revalidated.at(-1)).toBe("/");
  const [en, es] = [await teamPage("en"), await teamPage("es")];
  expect(en).toContain("Registered nurse.\nWrites since 2020.");
  expect(en).toContain('href="mailto:jonathan@example.org"');
  expect(en).toContain('href="https://example.org/jonathan" rel="noreferrer noopener"');
  expect(en).toContain("last checked on August 1, 2026");
  expect(en).toContain("Not stated yet: interests and ties.");
  expect(es).toContain("Enfermero con licencia.");
  expect(es).not.toContain("Registered nurse.");
  expect((await getSettings()).profiles.value).toMatchObject({ polished: null, evaluated: null });
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: "profiles" }, orderBy: { id: "desc" } });
  expect([event.action, JSON.stringify(event.after)]).toEqual([
    "setting.changed",
    expect.stringContaining("Registered nurse."),
  ]);
});

test("what one person states never stands below the name of another", async () => {
  const typed = { "crafted.biographyEn": "Registered nurse.", "crafted.biographyEs": "Enfermero con licencia." };
  await send("profiles", await formFields("profiles", typed));
  await send("footerCredits", await formFields("footerCredits", { crafted: "Somebody Else" }));
  expect(await teamPage("en")).not.toContain("Registered nurse.");
  expect((await formFields("profiles"))["crafted.biographyEn"]).toBe("");
});

test("the owner’s statements are on the page in each language", async () => {
  const typed = {
    legalName: "Example Holdings LLC",
    payersEn: "The owner pays.",
    payersEs: "Paga el propietario.",
    incomeEn: "Nothing.",
    incomeEs: "Ninguno.",
  };
  expect(await send("ownership", await formFields("ownership", typed))).toEqual(SAVED);
  expect(await ownershipPage("en")).toMatch(/Example Holdings LLC.*The owner pays\..*Nothing\..*August 1, 2026/s);
  expect(await ownershipPage("es")).toMatch(/Example Holdings LLC.*Paga el propietario\..*Ninguno\./s);
  expect(await ownershipPage("es")).toContain('href="/es/contact"');
});

test.each([
  ["profiles", { "polished.biographyEn": "Editor." }, { "polished.biographyEs": "otherLanguageMissing" }],
  ["profiles", { "polished.interestsEs": "Ninguno." }, { "polished.interestsEn": "otherLanguageMissing" }],
  ["profiles", { "evaluated.email": "nobody" }, { "evaluated.email": "emailFormat" }],
  ["profiles", { "evaluated.url": "javascript:alert(1)" }, { "evaluated.url": "urlFormat" }],
  ["profiles", { "crafted.biographyEn": "x".repeat(2_001) }, { "crafted.biographyEn": "tooLong" }],
  ["profiles", { checkedOn: "2999-01-01" }, { checkedOn: "dateFuture" }],
  ["ownership", { incomeEn: "Nothing." }, { incomeEs: "otherLanguageMissing" }],
  ["ownership", { legalName: "x".repeat(201) }, { legalName: "tooLong" }],
] as const)("%s refuses %o and keeps everything that was typed", async (key, wrong, fieldErrors) => {
  const other: Record<string, string> =
    key === "profiles" ? { "crafted.url": "https://example.org/kept" } : { payersEn: "A", payersEs: "B" };
  const typed: Record<string, string> = { ...other, ...wrong };
  const answer = await answerTo(key, await formFields(key, typed));
  expect(answer).toMatchObject({ status: "invalid", fieldErrors, values: typed });
  expect((await getSettings())[key].value).toEqual(key === "profiles" ? NO_PROFILES : NO_OWNERSHIP);
});

describe("two editors of one setting", () => {
  const CHANGES: Record<SettingKey, [string, string, string]> = {
    crisisNumbers: ["crisisNumbers.3.number", "1-800-555-0100", "1-800-555-0199"],
    teamContact: ["email", "first@example.org", "second@example.org"],
    footerCredits: ["polished", "First Name", "Second Name"],
    profiles: ["evaluated.email", "first@example.org", "second@example.org"],
    ownership: ["legalName", "First LLC", "Second LLC"],
  };
  test.each(SETTING_KEYS)("see both sides, and nothing is overwritten until they decide: %s", async (key) => {
    const [field, first, second] = CHANGES[key];
    const opened = await formFields(key);
    expect(await send(key, { ...opened, [field]: first })).toEqual(SAVED);
    const answer = await answerTo(key, { ...opened, [field]: second });
    expect(answer).toMatchObject({
      status: "conflict",
      current: { saved: { [field]: first }, typed: { [field]: second } },
    });
    expect(textsOfSetting(await getSettings(), key)[field]).toBe(first);
    const decided = { ...opened, [field]: second, seen: markOf((await getSettings())[key]) };
    expect(await send(key, decided)).toEqual(SAVED);
    expect(textsOfSetting(await getSettings(), key)[field]).toBe(second);
  });
});

test("the list of settings says what nobody has stated, and bears the day of the rest", async () => {
  browser.headers.set("accept-language", "en");
  await send("ownership", await formFields("ownership", { legalName: "Example Holdings LLC" }));
  expect(await settingsPage()).toMatch(
    /Editorial team<\/a>[^]*?not stated yet[^]*?Ownership and funding<\/a>[^]*?checked August 1, 2026/,
  );
});

describe("the names", () => {
  test.each([
    ["en", ""],
    ["es", "/es"],
  ] as const)("of the footer lead to their entries: %s", (locale, prefix) => {
    const html = renderToStaticMarkup(<SiteFooter locale={locale} credits={NAMES} />);
    for (const [role, name] of Object.entries(NAMES))
      expect(html).toContain(`href="${prefix}/editorial-team#${role}" class="text-link">${name}</a>`);
    expect(html).toContain(`href="${prefix}/editorial-team#zero-error"`);
    expect(html).toContain(`href="${prefix}/editorial-policy"`);
    expect(html).toContain(`href="${prefix}/ownership"`);
  });

  test("of a post’s credits lead to their entries, and other names nowhere", () => {
    const credits = [
      { role: "author" as const, name: "Jonathan Parker" },
      { role: "author" as const, name: "The Editorial Board" },
    ];
    const html = renderToStaticMarkup(<PostCredits locale="es" credits={credits} people={NAMES} />);
    expect(html).toContain(
      '<a href="/es/editorial-team#crafted" class="text-link">Jonathan Parker</a>, The Editorial Board</dd>',
    );
    expect(html.match(/<a /g)).toHaveLength(1);
  });
});
