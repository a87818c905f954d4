// The column `additional_locations` of the state's list: free text that names the further houses of a license.

import { houseAddress, type HouseAddress } from "./address";
import { plainLine } from "./street-words";

export interface AdditionalLocation {
  address: HouseAddress;
  /** As the text gives it: "3914 BRAEWOOD CT, TARZANA, CA 91356". Null when it is the license's own. */
  zip: string | null;
}

const NUMBER = "\\d+(?:-?[a-z](?![a-z]))?(?:-\\d+[a-z]?)?(?:\\s\\d/\\d)?";
const ONE_NUMBER = new RegExp(`^${NUMBER}$`);
const WITH_STREET = new RegExp(`^(${NUMBER})\\s+(.+)$`);
const UNIT = "(?:suites?|ste|apts?|apartments?|units?|rooms?|rm|bldg|building|floor|cottage)";
/** "3750 SUITE B SOUTH GRAND AVENUE", "719 APTS 1-10" */
const UNIT_BEFORE_STREET = new RegExp(`^${UNIT}\\s+\\S+\\s*`);
const NAMES_UNIT = new RegExp(`\\b${UNIT}\\b|#`);

/**
 * Each house that the text names, with its street. Numbers in a list wait for the street that follows them; numbers
 * behind "suite" or "apts" are no houses, up to the next street or semicolon.
 */
export function additionalLocations(text: string): AdditionalLocation[] {
  return partsOf(text).flatMap(readList);
}

/** The items of each list, between its commas. */
function partsOf(text: string): string[][] {
  const plain = plainLine(text)
    .replace(/(\d)\.5\b/g, "$1 1/2")
    .replace(/(\d)\s*-\s*(\d\/\d)/g, "$1 $2")
    .replace(/(\d)and\b/g, "$1 and")
    .replace(/(\d{2,})\/(\d{2,})/g, "$1, $2");
  return plain.split(";").map((list) =>
    list
      .split(/[,&]|\band\b/)
      .map((item) => item.trim().replace(/\s+/g, " "))
      .filter((item) => item !== ""),
  );
}

function readList(items: readonly string[]): AdditionalLocation[] {
  const found: AdditionalLocation[] = [];
  let waiting: string[] = [];
  let newest: AdditionalLocation[] = [];
  let areUnits = false;
  for (const item of items) {
    const [, number = "", after = ""] = ONE_NUMBER.test(item) ? [item, item] : (WITH_STREET.exec(item) ?? []);
    const street = after.replace(UNIT_BEFORE_STREET, "");
    if (number && !street) {
      if (!areUnits) waiting.push(number);
    } else if (number) {
      newest = [...waiting, number].flatMap((each) => {
        const address = houseAddress(`${each} ${withoutZip(street)}`);
        return address ? [{ address, zip: zipIn(street) }] : [];
      });
      found.push(...newest);
      waiting = [];
      areUnits = NAMES_UNIT.test(street);
    } else {
      if (NAMES_UNIT.test(item)) areUnits = newest.length > 0;
      for (const location of newest) location.zip ??= zipIn(item);
    }
  }
  return found;
}

const ZIP = /\b(9\d{4})(?:-\d{4})?$/;

function zipIn(text: string): string | null {
  return ZIP.exec(text)?.[1] ?? null;
}

function withoutZip(text: string): string {
  return text.replace(ZIP, "").trim();
}
