import "server-only";
import { hasInterest } from "@/lib/interests/queries";
import { listWaitingWords } from "@/lib/kept-forms/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { draftValues, getDraft } from "@/lib/methods/admin-queries";
import { versionSchema } from "@/lib/methods/schema";
import { getPostForStaff, loggedValues } from "@/lib/posts/admin-queries";
import { db } from "@/lib/server/db";
import { getSettings } from "@/lib/settings/queries";
import { SETTING_KEYS, type Settings } from "@/lib/settings/schema";
import { toIsoDate } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { pageCountOf } from "@/lib/shared/page-count";
import { listEventsOf } from "@/lib/staff/admin-queries";
import { mayAct } from "@/lib/staff/roles";
import type { StaffSession } from "@/lib/staff/types";
import { differingFields, statesOf, unloggedOf, type PastState, type Values } from "./history";
import { actsOf, type TextsOf } from "./logged-acts";
import type { VersionsTable } from "./schema";
import {
  FIRST_VERSION,
  type FieldChange,
  type FormWords,
  type VersionedRecord,
  type VersionedSubject,
  type VersionRow,
  type WholeVersion,
} from "./types";
import { VERSION_FIELD } from "./version-mark";
import { listingRecord, methodRecord, postRecord, settingRecord, settingTexts } from "./versioned-records";

const PAGE_SIZE = 10;
/** Each event may carry two long texts. Older ones stay in the audit. */
const MAX_EVENTS = 200;

/** One page of a record's versions, newest first, or one of them in whole. */
export interface Versions {
  record: VersionedRecord;
  rows: VersionRow[];
  total: number;
  page: number;
  pages: number;
  /** There are more in the audit. */
  hasOlder: boolean;
  /** Fields that something outside of the log has changed since the newest. */
  unloggedSince: string[];
  whole: WholeVersion | null;
}

/** Null when there is no such record, or it has no versions that staff may edit. */
export async function listVersions(
  staff: StaffSession,
  locale: Locale,
  subject: VersionedSubject,
  table: VersionsTable,
): Promise<Versions | null> {
  const found = await findPast(staff, locale, subject);
  if (!found) return null;
  const { record, rows, states, hasOlder, unloggedSince } = found;
  const pages = pageCountOf(rows.length, PAGE_SIZE);
  const page = Math.min(table.page, pages);
  const at = rows.findIndex(({ id }) => id === table.version);
  return {
    record,
    rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    total: rows.length,
    page,
    pages,
    hasOlder,
    unloggedSince,
    whole: at < 0 ? null : await wholeVersion(staff, record, rows[at]!, states[at]!),
  };
}

/** The words that the record's forms need to hold a version; null when there is no such version. */
export async function findFormWords(
  staff: StaffSession,
  subject: VersionedSubject,
  version: string,
): Promise<{ record: VersionedRecord; forms: FormWords[]; isWaiting: boolean } | null> {
  const found = await findPast(staff, "en", subject);
  const at = found ? found.rows.findIndex(({ id }) => id === version) : -1;
  if (!found || at < 0) return null;
  const forms = changedForms(found.record, found.rows[at]!, found.states[at]!);
  return { record: found.record, forms, isWaiting: (await waitingSince(staff, forms)) !== null };
}

async function findPast(staff: StaffSession, locale: Locale, subject: VersionedSubject) {
  const found = await findRecord(staff, locale, subject);
  if (!found) return null;
  const { record, textsOf } = found;
  const logged = { subjectType: record.noun, subjectId: record.loggedId };
  const events = await listEventsOf(staff, logged, MAX_EVENTS + 1);
  const hasOlder = events.length > MAX_EVENTS;
  const shown = events.slice(0, MAX_EVENTS);
  const acts = actsOf(record.noun, shown, textsOf);
  const unlogged = unloggedOf(record.today, acts);
  const hasFirst = !hasOlder && !acts.at(-1)?.makes;
  const states = statesOf(record.today, acts).slice(0, hasFirst ? undefined : acts.length);
  const rows = states.map((state, at): VersionRow => {
    const event = shown[at];
    const { remarks = {}, ...change } = acts[at] ?? { before: {}, after: {} };
    return {
      id: event?.id ?? FIRST_VERSION,
      act: event ? { at: event.at, action: event.action, member: event.member, actorName: event.actorName } : null,
      changes: changesBetween(change.before, change.after),
      remarks,
      unlogged: event ? (unlogged[at + 1] ?? []) : [],
      isToday: state.untold.length === 0 && differingFields(state.values, record.today).length === 0,
    };
  });
  return { record, rows, states, hasOlder, unloggedSince: unlogged[0] ?? [] };
}

async function wholeVersion(
  staff: StaffSession,
  record: VersionedRecord,
  row: VersionRow,
  state: PastState,
): Promise<WholeVersion> {
  const forms = changedForms(record, row, state);
  const toToday = changesBetween(record.today, withToday(record, state));
  return {
    ...row,
    values: state.values,
    untold: state.untold,
    toToday,
    elsewhere: toToday.map(({ field }) => field).filter((field) => !record.takes(field)),
    formCount: forms.length,
    waitsSince: await waitingSince(staff, forms),
  };
}

/** A field that cannot be told stays as it is today. */
function withToday({ today, fit }: VersionedRecord, { values, untold }: PastState): Values {
  const kept = untold.flatMap((field) => (today[field] === undefined ? [] : [[field, today[field]] as const]));
  return fit({ ...values, ...Object.fromEntries(kept) });
}

/** The forms that a version would have otherwise than they are today, with its mark. */
function changedForms(record: VersionedRecord, { act }: VersionRow, state: PastState): FormWords[] {
  const now = record.formsOf(record.today);
  const mark = { [VERSION_FIELD]: act?.at.toISOString() ?? FIRST_VERSION };
  const forms = record.formsOf(withToday(record, state)).filter(({ fields }, at) => {
    return differingFields(fields, now[at]?.fields ?? {}).length > 0;
  });
  return forms.map(({ fields, ...form }) => ({ ...form, fields: { ...fields, ...mark } }));
}

/** Since when other words than these wait in the forms; the same ones may be put there twice. */
async function waitingSince(staff: StaffSession, forms: readonly FormWords[]): Promise<Date | null> {
  const waiting = await Promise.all(
    forms.map(async ({ path, form, fields }) => {
      const words = await listWaitingWords(staff.staffId, path);
      const others = words.filter((each) => each.form === form && differingFields(each.fields, fields).length > 0);
      return others.map(({ keptAt }) => keptAt);
    }),
  );
  return waiting.flat().toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

function changesBetween(before: Values, after: Values): FieldChange[] {
  return differingFields(before, after).map((field) => {
    return { field, before: before[field] ?? null, after: after[field] ?? null };
  });
}

async function findRecord(
  staff: StaffSession,
  locale: Locale,
  { noun, id }: VersionedSubject,
): Promise<{ record: VersionedRecord; textsOf: TextsOf } | null> {
  const only = (record: VersionedRecord) => ({ record, textsOf: () => ({}) });
  switch (noun) {
    case "listing": {
      const listing = await getListing(staff, id);
      return listing && only(listingRecord(listing, await hasInterest(staff.staffId, listing.id)));
    }
    case "post": {
      const post = await getPostForStaff(staff, id);
      return post && only(postRecord({ ...post, logged: loggedValues(post) }));
    }
    case "method": {
      const draft = await getDraft(staff, versionSchema.parse(id));
      if (!draft) return null;
      const { definition, changelog } = draft;
      return only(
        methodRecord(locale, draft, draftValues({ definition, changelog: changelog.en, changelogEs: changelog.es })),
      );
    }
    case "setting":
      return findSetting(staff, locale, id);
  }
}

async function findSetting(staff: StaffSession, locale: Locale, id: string) {
  const key = SETTING_KEYS.find((each) => each === id);
  if (!key || !mayAct(staff.role, "admin")) return null;
  const row = await db.setting.findUnique({ where: { key }, select: { value: true, checkedOn: true } });
  if (!row) return null;
  const settings: Settings = await getSettings();
  const record = settingRecord(locale, settings, key, { ...row, checkedOn: toIsoDate(row.checkedOn) });
  const textsOf: TextsOf = ({ value }) => settingTexts(settings, key, value);
  return { record, textsOf };
}
