/**
 * What accepting a correction may change of a listing beside its facts, as the public log names it. The position on the
 * map is one thing; nobody compares degrees.
 */
export const CORRECTED_FIELDS = [
  "name",
  "unit",
  "kind",
  "street",
  "street2",
  "city",
  "state",
  "zip",
  "county",
  "phone",
  "phoneExtension",
  "intakePhones",
  "position",
  "closedOn",
  "closedReason",
] as const;

/** What would tell where a confidential site is. */
export const WHERE_FIELDS: readonly string[] = ["street", "street2", "position"];
