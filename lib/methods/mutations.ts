import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { canonicalJson } from "@/lib/rankings/checksum";
import { type RankingMethod, rankingMethodSchema } from "@/lib/rankings/schema";
import { db } from "@/lib/server/db";

/**
 * Publishes a method. Publishing the same definition again changes nothing.
 * @throws when the definition is wrong or its version was published with other content: that one never changes
 */
export async function publishMethod(definition: RankingMethod, changelog: string, actorId: string | null = null) {
  const parsed = rankingMethodSchema.parse(definition);
  const { version } = parsed;
  return db.$transaction(async (tx) => {
    const existing = await tx.rankingMethod.findUnique({ where: { version }, select: { id: true, definition: true } });
    if (existing && canonicalJson(existing.definition) === canonicalJson(parsed)) return { id: existing.id, version };
    if (existing) throw new Error(`Method ${version} is published with other content: give the new one a new version.`);
    const { id } = await tx.rankingMethod.create({
      data: { version, definition: parsed, changelog, status: "published", publishedAt: new Date() },
      select: { id: true },
    });
    const after = { version, changelog };
    await recordAudit(tx, { actorId, action: "ranking_method.published", subjectType: "method", subjectId: id, after });
    return { id, version };
  });
}
