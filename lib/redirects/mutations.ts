import "server-only";
import type { Db, Prisma } from "@/lib/server/db";

/** A record whose slug may change. */
type Subject = Prisma.SlugRedirectCreateInput["subject"];

/** Whether the slug is a former one of another listing or post: taking it would break a link that somebody kept. */
export async function slugLeadsElsewhere(tx: Db, subject: Subject, id: string, slug: string): Promise<boolean> {
  const redirect = await tx.slugRedirect.findUnique({
    where: { subject_fromSlug: { subject, fromSlug: slug } },
    select: { subjectId: true },
  });
  return redirect !== null && redirect.subjectId !== id;
}

/** The old slug redirects; a slug that is used again is no longer a redirect. */
export async function redirectSlug(tx: Db, subject: Subject, id: string, from: string, to: string): Promise<void> {
  await tx.slugRedirect.deleteMany({ where: { subject, fromSlug: to } });
  await tx.slugRedirect.create({ data: { subject, fromSlug: from, subjectId: id }, select: { fromSlug: true } });
}

/** Every slug they have had: their pages say where they are now, so a change affects them too. */
export async function formerSlugs(tx: Db, subject: Subject, ...ids: readonly string[]): Promise<string[]> {
  const where = { subject, subjectId: { in: [...ids] } };
  const redirects = await tx.slugRedirect.findMany({ where, select: { fromSlug: true } });
  return redirects.map(({ fromSlug }) => fromSlug);
}
