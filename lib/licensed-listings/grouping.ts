// One operator's licenses at one address are one listing.

import { agreementOf, readHolder, readOperator, type Holder } from "@/lib/matches/agreement";
import { isSameCity, townsOf, type MatchableLicense } from "@/lib/matches/match";
import { houseAddress, mayBeSameHouse, type HouseAddress } from "@/lib/sources/address";
import { doorOf } from "@/lib/sources/door";

interface Read<License extends MatchableLicense> {
  license: License;
  holder: Holder;
  /** Null for a line without a house number. */
  house: HouseAddress | null;
  /** Only licenses that share one of these can stand at one house. */
  keys: readonly string[];
}

/**
 * Puts licenses together that have one operator, by name, legal entity or phone, and stand at one house, whatever the
 * suite. A license without a house number stands alone with those of the same line.
 * @returns in the order of their first licenses
 */
export function groupLicenses<License extends MatchableLicense>(licenses: readonly License[]): License[][] {
  const towns = townsOf(licenses);
  const groupOf = new Map<Read<License>, Read<License>[]>();
  const near = new Map<string, Read<License>[]>();
  for (const read of licenses.map((license) => readLicense(license))) {
    const candidates = new Set(read.keys.flatMap((key) => near.get(key) ?? []));
    const same = [...candidates].filter((other) => areOne(read, other, towns)).map((other) => groupOf.get(other) ?? []);
    const joined = [...new Set(same)].flat().concat(read);
    for (const each of joined) groupOf.set(each, joined);
    for (const key of read.keys) near.set(key, (near.get(key) ?? []).concat(read));
  }
  const order = new Map(licenses.map((license, index) => [license, index]));
  const inOrder = (a: License, b: License) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return [...new Set(groupOf.values())]
    .map((group) => group.map(({ license }) => license).sort(inOrder))
    .sort(([a], [b]) => (a && b ? inOrder(a, b) : 0));
}

function readLicense<License extends MatchableLicense>(license: License): Read<License> {
  const house = houseAddress(license.street);
  const keys = house?.houses ?? [doorOf(license.street, null).line];
  return { license, holder: readHolder(license), house, keys };
}

function areOne<License extends MatchableLicense>(
  one: Read<License>,
  other: Read<License>,
  towns: ReadonlySet<string>,
): boolean {
  if (!isOneHouse(one, other)) return false;
  const { facilityName, legalEntity, phone } = one.license;
  const names = { names: [facilityName], legalEntities: legalEntity ? [legalEntity] : [] };
  return agreementOf(readOperator({ ...names, phone, intakePhones: [] }), other.holder, towns).found.length > 0;
}

function isOneHouse(one: Read<MatchableLicense>, other: Read<MatchableLicense>): boolean {
  const [{ zip, city }, { zip: otherZip, city: otherCity }] = [one.license, other.license];
  if (zip !== otherZip && !isSameCity(city, otherCity)) return false;
  if (one.house && other.house) return mayBeSameHouse(one.house, other.house);
  return one.house === other.house && one.keys[0] === other.keys[0];
}
