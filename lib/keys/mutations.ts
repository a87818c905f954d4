import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import type { KeyKind } from "@/lib/server/key-ring";
import { recordOf, ringOf } from "./ring";

const KINDS: readonly KeyKind[] = ["encryption", "secret"];

/**
 * Notes every key of the environment that the database does not know. When two processes bring different keys of one id
 * at the same moment, the first is noted, and the other finds out when it compares.
 */
export async function recordKeys(_actor: SystemActor): Promise<void> {
  const data = KINDS.flatMap((kind) => ringOf(kind).map((key) => recordOf(kind, key)));
  await db.keyFingerprint.createMany({ data, skipDuplicates: true });
}

/** Notes that an encryption key is lost for good: what needs it stays unreadable, and the site starts without it. */
export async function noteLostKey(_actor: SystemActor, keyId: string): Promise<void> {
  const lostAt = new Date();
  await db.keyFingerprint.upsert({
    where: { kind_keyId: { kind: "encryption", keyId } },
    create: { kind: "encryption", keyId, lostAt },
    update: { lostAt },
    select: { keyId: true },
  });
}
