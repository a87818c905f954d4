// Whether a listing's operator holds a license: name, legal entity or phone.

import type { MatchAgreement } from "@/prisma/generated/enums";
import { bestOf, likenessOf, readName, type Likeness, type Name } from "./operator-names";

/** Who runs a listing. */
export interface MatchableOperator {
  /** Every name and spelling, its programs' too. */
  names: readonly string[];
  legalEntities: readonly string[];
  phone: string | null;
  intakePhones: readonly string[];
}

/** Who holds a license. */
export interface MatchableHolder {
  facilityName: string;
  legalEntity: string | null;
  phone: string | null;
}

export interface Operator {
  names: Name[];
  phones: string[];
}

export interface Holder {
  facility: Name;
  entity: Name;
  phone: string | null;
}

export interface Agreement {
  /** What agrees; empty when nothing does. */
  found: MatchAgreement[];
  /** How alike the two that are most alike are; null when only the phone agrees. */
  likeness: Likeness | null;
}

export function readOperator({ names, legalEntities, phone, intakePhones }: MatchableOperator): Operator {
  return {
    names: [...names, ...legalEntities].map(readName),
    phones: [phone, ...intakePhones].flatMap((each) => (each ? [each] : [])),
  };
}

export function readHolder({ facilityName, legalEntity, phone }: MatchableHolder): Holder {
  return { facility: readName(facilityName), entity: legalEntity ? readName(legalEntity) : [], phone };
}

/** @param towns words of the towns' names, which make no two names alike */
export function agreementOf({ names, phones }: Operator, holder: Holder, towns: ReadonlySet<string>): Agreement {
  const alike = (other: Name) => bestOf(names.map((name) => likenessOf(name, other, towns)));
  const [byName, byEntity] = [alike(holder.facility), alike(holder.entity)];
  const found: MatchAgreement[] = [];
  if (byName) found.push("name");
  if (byEntity) found.push("legal_entity");
  if (holder.phone !== null && phones.includes(holder.phone)) found.push("phone");
  return { found, likeness: bestOf([byName, byEntity]) };
}
