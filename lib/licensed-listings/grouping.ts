// One operator's licenses at one address are one listing.

import { agreementOf, readHolder, readOperator, type Holder } from "@/lib/matches/agreement";
import { isSameCity, isSameHouse, townsOf, type MatchableLicense } from "@/lib/matches/match";
import { doorOf } from "@/lib/sources/door";
import { houseAddress } from "@/lib/sources/address";

interface Read<License> {
  license: License;
  holder: Holder;
}

/**
 * Puts licenses together that have one operator, by name, legal entity or phone, and stand at one house, whatever the
 * suite. A license without a house number stands alone with those of the same line.
 * @returns in the order of their first licenses
 */
export function groupLicenses<License extends MatchableLicense>(licenses: readonly License[]): License[][] {
  const towns = townsOf(licenses);
  const groups: Read<License>[][] = [];
  for (const license of licenses) {
    const read = { license, holder: readHolder(license) };
    const same = groups.filter((group) => group.some((other) => areOne(read, other, towns)));
    const joined = [...same.flat(), read];
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  const order = new Map(licenses.map((license, index) => [license, index]));
  const inOrder = (a: License, b: License) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return groups
    .map((group) => group.map(({ license }) => license).sort(inOrder))
    .sort(([a], [b]) => (a && b ? inOrder(a, b) : 0));
}

function areOne(one: Read<MatchableLicense>, other: Read<MatchableLicense>, towns: ReadonlySet<string>): boolean {
  if (!isOneHouse(one.license, other.license)) return false;
  const { facilityName, legalEntity, phone } = one.license;
  const names = { names: [facilityName], legalEntities: legalEntity ? [legalEntity] : [] };
  return agreementOf(readOperator({ ...names, phone, intakePhones: [] }), other.holder, towns).found.length > 0;
}

function isOneHouse(one: MatchableLicense, other: MatchableLicense): boolean {
  if (one.zip !== other.zip && !isSameCity(one.city, other.city)) return false;
  if (houseAddress(one.street)) return isSameHouse(one, other);
  return doorOf(one.street, null).line === doorOf(other.street, null).line;
}
