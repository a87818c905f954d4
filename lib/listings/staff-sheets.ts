import "server-only";
import type { Db, Prisma } from "@/lib/server/db";
import { sheetOf } from "./checks";
import { counts } from "./select";

/** What the staff's checks of a day say of an attribute; null when they say nothing. */
export async function answerOf(tx: Db, listingId: string, asOf: Date, attribute: string): Promise<string | null> {
  const where = { listingId, asOf, attribute, ...counts };
  const newest = await tx.factCheck.findFirst({ where, orderBy: NEWEST_FIRST, select: { value: true } });
  return newest?.value ?? null;
}

/** Makes the sheet of a day again from the checks that count. */
export async function writeSheet(tx: Db, listingId: string, asOf: Date): Promise<void> {
  const checks = await tx.factCheck.findMany({ where: { listingId, asOf, ...counts }, orderBy: NEWEST_FIRST });
  const sheet = sheetOf(checks.toReversed());
  const key = { listingId, source: "staff", asOf } as const;
  if (!sheet) {
    await tx.factSheet.deleteMany({ where: key });
    return;
  }
  const data = { ...sheet, staffMemberId: checks[0]!.staffMemberId };
  await tx.factSheet.upsert({
    where: { listingId_source_asOf: key },
    create: { ...key, ...data, asOfPrecision: "day" },
    update: data,
    select: { id: true },
  });
}

const NEWEST_FIRST: Prisma.FactCheckOrderByWithRelationInput[] = [{ checkedAt: "desc" }, { id: "desc" }];
