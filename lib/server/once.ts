import "server-only";
import type { Db } from "./db";

/**
 * Makes a record in the transaction `tx`, unless the same act made it before. Two presses of one button, one after the
 * other or at the same moment, make one record and get the same answer. When `make` refuses (null), the act can be
 * repeated.
 * @param act its identity; null when it has none, and then it is done every time
 */
export async function once(
  tx: Db,
  act: string | null,
  make: () => Promise<string | null>,
): Promise<{ id: string; isNew: boolean } | null> {
  if (act === null) {
    const id = await make();
    return id === null ? null : { id, isNew: true };
  }
  // Waits for the other press to end.
  const claimed = await tx.$executeRaw`INSERT INTO "FormAct" ("id") VALUES (${act}) ON CONFLICT DO NOTHING`;
  if (claimed === 0) {
    const { madeId } = await tx.formAct.findUniqueOrThrow({ where: { id: act }, select: { madeId: true } });
    return madeId === null ? null : { id: madeId, isNew: false };
  }
  const id = await make();
  if (id === null) await tx.formAct.delete({ where: { id: act }, select: { id: true } });
  else await tx.formAct.update({ where: { id: act }, data: { madeId: id }, select: { id: true } });
  return id === null ? null : { id, isNew: true };
}
