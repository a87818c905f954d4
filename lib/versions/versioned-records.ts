// The records that have versions: what the log calls their fields, and how their forms take the values of a version.
// Which fields a form takes is what the form sends; a status, a check or an original are put back by their own buttons.

import { fullTitle } from "@/lib/facts/listing-title";
import { LISTING_FIELDS } from "@/lib/listings/schema";
import type { ListingForEditor } from "@/lib/listings/types";
import { partsOf } from "@/lib/methods/parts";
import type { DraftForStaff } from "@/lib/methods/types";
import type { PostValues } from "@/lib/posts/schema";
import { FOOTER_ROLES } from "@/lib/settings/disclosures";
import { markOf } from "@/lib/settings/mark";
import { settingSchemas, type SettingKey, type Settings } from "@/lib/settings/schema";
import { textsOfSetting } from "@/lib/settings/texts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { Values } from "./history";
import { factField } from "./logged-acts";
import { recordPath } from "./paths";
import type { FormWords, VersionedRecord } from "./types";

const LISTED = new Set<string>(LISTING_FIELDS);

export function listingRecord(listing: ListingForEditor, isInterested: boolean): VersionedRecord {
  const { id, version, values, status, staffChecks } = listing;
  const path = recordPath({ noun: "listing", id });
  // The newest of a day comes first, and is the one that counts.
  const checks = staffChecks.filter(({ retractedAt }) => retractedAt === null).toReversed();
  const facts = checks.map(({ attribute, asOf, value }) => [factField(attribute, asOf), value] as const);
  return {
    noun: "listing",
    id,
    loggedId: id,
    title: fullTitle(values),
    path,
    today: { ...values, status, ...Object.fromEntries(facts) },
    fit: asItWas,
    takes: (field) => LISTED.has(field),
    formsOf: (past) => [{ path, form: "listing", fields: { id, version: String(version), ...only(past, LISTED) } }],
    names: {},
    refusal: isInterested ? "interested" : null,
  };
}

interface PostRecord {
  id: string;
  version: number;
  title: string;
  status: string;
  /** The words of its form. */
  values: PostValues;
  /** The same, as the log keeps them. */
  logged: PostValues;
}

export function postRecord({ id, version, title, status, values, logged }: PostRecord): VersionedRecord {
  const path = recordPath({ noun: "post", id });
  const takes = (field: string) => field !== "status" && field !== "translates";
  const kept = { id, version: String(version), translatesId: values.translatesId ?? "" };
  return {
    noun: "post",
    id,
    loggedId: id,
    title,
    path,
    today: { ...logged, status },
    // A published post has a date, also when the draft that comes back had none.
    fit: (past) => (past.publishedOn === "" ? { ...past, publishedOn: logged.publishedOn ?? "" } : past),
    takes,
    formsOf: (past) => [{ path, form: "post", fields: { ...kept, ...onlyTaken(past, takes) } }],
    names: {},
    refusal: null,
  };
}

export function methodRecord(locale: Locale, draft: DraftForStaff, logged: Values): VersionedRecord {
  const { id, version, revision, definition } = draft;
  const path = recordPath({ noun: "method", id: String(version) });
  const target = { id, version: String(revision) };
  const parts = partsOf(definition);
  const ofPart = (field: string) => parts.find(({ segment }) => field.startsWith(`${segment}.`));
  const formsOf = (past: Values): FormWords[] => [
    { path, form: "method", fields: { ...target, ...onlyTaken(past, (field) => !ofPart(field)) } },
    ...parts.map(({ segment }) => {
      const own = Object.entries(past).filter(([field]) => ofPart(field)?.segment === segment);
      const words = Object.fromEntries(own.map(([field, text]) => [field.slice(segment.length + 1), text]));
      return { path: `${path}/${segment}`, form: "words", fields: { ...target, part: segment, ...words } };
    }),
  ];
  const criteria = definition.groups.flatMap((group) => group.criteria);
  return {
    noun: "method",
    id: String(version),
    loggedId: id,
    title: getTranslator(locale, "admin.method")("draft", { version }),
    path,
    today: logged,
    fit: asItWas,
    takes: () => true,
    formsOf,
    names: Object.fromEntries([
      ...criteria.map(({ key, name }) => [`points.${key}`, name[locale]]),
      ...parts.map(({ segment, name }) => [segment, name[locale]]),
    ]),
    refusal: null,
  };
}

/** @param row the setting as it is in the database, its day as YYYY-MM-DD */
export function settingRecord(
  locale: Locale,
  settings: Settings,
  key: SettingKey,
  row: { value: unknown; checkedOn: string },
): VersionedRecord {
  const path = recordPath({ noun: "setting", id: key });
  const line = getTranslator(locale, "site.crisis");
  return {
    noun: "setting",
    id: key,
    loggedId: key,
    title: getTranslator(locale, "admin.settings.keys")(key),
    path,
    today: settingTexts(settings, key, row.value),
    fit: asItWas,
    takes: () => true,
    // The day is that of who saves: nobody checked today what was true then.
    formsOf: (past) => [{ path, form: key, fields: { seen: markOf(row), ...past } }],
    names: Object.fromEntries([
      ...settings.crisisNumbers.value.map((each, at) => [`crisisNumbers.${at}`, line(each.key)]),
      ...FOOTER_ROLES.map((role) => [role, settings.footerCredits.value[role]]),
    ]),
    refusal: null,
  };
}

/** A recorded value as its form shows it; empty when it has a shape that nobody knows any more. */
export function settingTexts(settings: Settings, key: SettingKey, recorded: unknown): Values {
  const parsed = settingSchemas[key].safeParse(recorded);
  if (!parsed.success) return {};
  const { checkedOn } = settings[key];
  if (key !== "crisisNumbers") return textsOfSetting({ ...settings, [key]: { value: parsed.data, checkedOn } }, key);
  // By the lines of today, whose order the form has.
  const past = settingSchemas.crisisNumbers.parse(recorded);
  const value = settings.crisisNumbers.value.map(({ key: line }) => {
    return past.find((each) => each.key === line) ?? { key: line, number: "" };
  });
  return textsOfSetting({ ...settings, crisisNumbers: { value, checkedOn } }, key);
}

const asItWas = (past: Values) => past;

function only(values: Values, fields: ReadonlySet<string>): Record<string, string> {
  return onlyTaken(values, (field) => fields.has(field));
}

function onlyTaken(values: Values, takes: (field: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => takes(field)));
}
