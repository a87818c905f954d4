import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";

/** A license in the state's list of 2026-08-21. */
export async function newLicense(number: string, expiresOn = "2028-10-31"): Promise<string> {
  const sourceEditionId = await stateList("2026-08-21");
  const place = { street: "1 MAIN ST", city: "LOS ANGELES", zip: "90012", county: "Los Angeles" };
  const kinds = { isLicensed: true, isCertified: false, offersDetox: false, settingCode: "RES" };
  const { id } = await db.license.create({
    data: { number, sourceEditionId, facilityName: number, ...place, ...kinds, expiresOn: fromIsoDate(expiresOn) },
    select: { id: true },
  });
  return id;
}

/** A newer list of the state has the license as it was. */
export async function listAgain(number: string, asOf: string): Promise<void> {
  await db.license.update({
    where: { number },
    data: { sourceEditionId: await stateList(asOf) },
    select: { id: true },
  });
}

async function stateList(edition: string): Promise<string> {
  const key = { source: "dhcs", edition, checksum: "x", county: "" } as const;
  const facts = { asOf: fromIsoDate(edition), asOfPrecision: "day", fileName: "list.csv", rowCount: 1 } as const;
  const { id } = await db.sourceEdition.upsert({
    where: { source_edition_checksum_county: key },
    create: { ...key, ...facts },
    update: {},
    select: { id: true },
  });
  return id;
}
