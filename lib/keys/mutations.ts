import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import type { KeyKind } from "@/lib/server/key-ring";
import { recordOf, ringOf } from "./ring";
import type { KeyName } from "./types";

const KINDS: readonly KeyKind[] = ["encryption", "secret"];

/**
 * Notes every key of the environment that the database does not know. When two processes bring different keys of one id
 * at the same moment, the first is noted, and the other finds out when it compares. A key that was lost and is here
 * again is lost no more.
 */
export async function recordKeys(_actor: SystemActor): Promise<void> {
  const records = KINDS.flatMap((kind) => ringOf(kind).map((key) => recordOf(kind, key)));
  const found = records.map(({ kind, keyId, fingerprint }) => ({ kind, keyId, fingerprint }));
  await db.keyFingerprint.createMany({ data: records, skipDuplicates: true });
  await db.keyFingerprint.updateMany({ where: { OR: found, lostAt: { not: null } }, data: { lostAt: null } });
}

/**
 * Notes that keys are lost for good: what only they sealed stays unreadable, what only they named is not found, and the
 * site starts without them.
 */
export async function noteLostKeys(_actor: SystemActor, keys: readonly KeyName[]): Promise<void> {
  const lostAt = new Date();
  await db.$transaction(
    keys.map(({ kind, keyId }) =>
      db.keyFingerprint.upsert({
        where: { kind_keyId: { kind, keyId } },
        create: { kind, keyId, lostAt },
        update: { lostAt },
        select: { keyId: true },
      }),
    ),
  );
}
