import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";

/** A license on the state's list of 2026-08-21. */
export async function newLicense(number: string, expiresOn = "2028-10-31"): Promise<string> {
  const key = { source: "dhcs", edition: "2026-08-21", checksum: "x", county: "" } as const;
  const facts = { asOf: fromIsoDate("2026-08-21"), asOfPrecision: "day", fileName: "list.csv", rowCount: 1 } as const;
  const { id: sourceEditionId } = await db.sourceEdition.upsert({
    where: { source_edition_checksum_county: key },
    create: { ...key, ...facts },
    update: {},
    select: { id: true },
  });
  const place = { street: "1 MAIN ST", city: "LOS ANGELES", zip: "90012", county: "Los Angeles" };
  const kinds = { isLicensed: true, isCertified: false, offersDetox: false, settingCode: "RES" };
  const { id } = await db.license.create({
    data: { number, sourceEditionId, facilityName: number, ...place, ...kinds, expiresOn: fromIsoDate(expiresOn) },
    select: { id: true },
  });
  return id;
}
