import { expect, test } from "vitest";
import { dayOf, today } from "@/lib/shared/dates";
import { factCheckSchema, listingSchema } from "./schema";

const LISTING = {
  id: "0199c0de-0000-7000-8000-000000000000",
  version: "1",
  name: "A Place",
  unit: "",
  slug: "a-place",
  kind: "outpatient",
  street: "1 Main St",
  street2: "",
  city: "Los Angeles",
  state: "CA",
  zip: "90012",
  county: "Los Angeles",
  phone: "(213) 555-0123",
  phoneExtension: "",
  intakePhones: "",
  latitude: "34.05",
  longitude: "-118.25",
  closedOn: "",
  closedReason: "",
  exemptionReason: "",
  exemptionUrl: "",
  outreachEmail: "",
  outreachEmailSource: "",
  outreachEmailSeenOn: "",
};

/** What is wrong, by field. */
function errorsOf(changes: Partial<typeof LISTING>): Record<string, string> {
  const { error } = listingSchema.safeParse({ ...LISTING, ...changes });
  return Object.fromEntries((error?.issues ?? []).toReversed().map(({ path, message }) => [path.join("."), message]));
}

const tomorrow = dayOf(new Date(Date.now() + 24 * 60 * 60 * 1000));
const closed = (closedOn: string) => ({ closedOn, closedReason: "They told us." });
const seen = (outreachEmailSeenOn: string) => ({
  outreachEmail: "intake@example.org",
  outreachEmailSource: "Their site",
  outreachEmailSeenOn,
});

test.each<[string, Partial<typeof LISTING>]>([
  ["as it is", {}],
  ["without a position", { latitude: "", longitude: "" }],
  ["on an island of the county", { latitude: "33.34", longitude: "-118.33", city: "Avalon", zip: "90704" }],
  ["in another county of the state", { county: "San Diego", latitude: "32.72", longitude: "-117.16", zip: "92101" }],
  ["of a county nobody knows", { county: "", latitude: "38.58", longitude: "-121.49", zip: "95814" }],
  ["in another state", { state: "NV", county: "Clark", latitude: "36.17", longitude: "-115.14", zip: "89101" }],
  ["closed today", closed(today())],
  ["with an email seen today", seen(today())],
])("a place can be saved %s", (_, changes) => {
  expect(errorsOf(changes)).toEqual({});
});

test.each<[string, Partial<typeof LISTING>, Record<string, string>]>([
  ["a closing ahead", closed(tomorrow), { closedOn: "dateFuture" }],
  ["a closing in another age", closed("0206-08-21"), { closedOn: "dateOld" }],
  ["a closing on no day", closed("2026-02-30"), { closedOn: "dateFormat" }],
  ["an email seen tomorrow", seen(tomorrow), { outreachEmailSeenOn: "dateFuture" }],
  ["an email seen in another age", seen("1026-08-21"), { outreachEmailSeenOn: "dateOld" }],
  ["a state that does not exist", { state: "XX" }, { state: "stateUnknown" }],
  ["a ZIP code of New York", { zip: "10001" }, { zip: "zipOfState" }],
  ["a ZIP code that none has", { zip: "00000" }, { zip: "zipOfState" }],
  ["four digits", { zip: "9001" }, { zip: "zipFormat" }],
  ["a Californian ZIP code elsewhere", { state: "NY", county: "", latitude: "", longitude: "" }, { zip: "zipOfState" }],
  [
    "a position in the county next door",
    { latitude: "32.72", longitude: "-117.16" },
    { latitude: "positionElsewhere" },
  ],
  ["latitude and longitude exchanged", { latitude: "-118.25", longitude: "34.05" }, { latitude: "latitudeFormat" }],
  ["a longitude without its minus", { longitude: "118.25" }, { latitude: "positionElsewhere" }],
  ["the middle of nowhere", { latitude: "0", longitude: "0" }, { latitude: "positionElsewhere" }],
  [
    "a position out of the state",
    { county: "", latitude: "36.17", longitude: "-100" },
    { latitude: "positionElsewhere" },
  ],
  ["half a position", { longitude: "" }, { longitude: "positionHalf" }],
  ["words for a position", { latitude: "north" }, { latitude: "latitudeFormat" }],
  ["a phone number that is none", { phone: "123" }, { phone: "phoneFormat" }],
  ["an area code that is none", { phone: "911-555-0123" }, { phone: "phoneFormat" }],
  ["zeros for a phone number", { phone: "000-000-0000" }, { phone: "phoneFormat" }],
  ["words for an intake phone", { intakePhones: "213-555-0124\nask inside" }, { intakePhones: "phoneLines" }],
  ["an extension of no phone", { phone: "", phoneExtension: "12" }, { phone: "phoneMissing" }],
  ["an extension in words", { phoneExtension: "front desk" }, { phoneExtension: "extensionFormat" }],
  ["no URL of a page", { exemptionReason: "VA", exemptionUrl: "va.gov" }, { exemptionUrl: "urlFormat" }],
  ["a URL of this machine", { exemptionReason: "VA", exemptionUrl: "http://localhost" }, { exemptionUrl: "urlFormat" }],
])("refused: %s", (_, changes, errors) => {
  expect(errorsOf(changes)).toEqual(errors);
});

test.each([
  [tomorrow, "dateFuture"],
  ["1899-12-31", "dateOld"],
  ["soon", "dateFormat"],
  ["8/11/2026", "dateAmbiguous"],
])("a check dated %s is refused", (asOf, message) => {
  const check = { id: LISTING.id, attribute: "BU", value: "yes", evidence: "They said so.", asOf };
  expect(factCheckSchema.safeParse(check).error?.issues[0]).toMatchObject({ path: ["asOf"], message });
});
