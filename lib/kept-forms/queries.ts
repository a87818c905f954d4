import "server-only";
import { db } from "@/lib/server/db";
import { inquiryOf } from "./bound-inquiry";
import { isWaiting, openForm } from "./sealed";
import type { ColleagueWords, WaitingWords } from "./types";

/** The page at `path`; when words wait there for this member, with the query that the page had when they were sent. */
export async function findKeptPath(staffId: string, path: string): Promise<string> {
  const newest = await db.keptForm.findFirst({
    where: { staffMemberId: staffId, path, ...isWaiting() },
    orderBy: { keptAt: "desc" },
    select: { id: true, words: true },
  });
  return path + ((newest && openForm(newest.id, newest.words)?.search) ?? "");
}

/** The words that wait on a page for this member. */
export async function listWaitingWords(staffId: string, path: string): Promise<WaitingWords[]> {
  const kept = await db.keptForm.findMany({
    where: { staffMemberId: staffId, path, ...isWaiting() },
    orderBy: { keptAt: "asc" },
    select: { id: true, form: true, words: true, keptAt: true },
  });
  return kept.flatMap(({ id, form, words, keptAt }) => {
    const fields = openForm(id, words)?.fields;
    return fields ? [{ form, fields, keptAt }] : [];
  });
}

/** Whose words wait on a page besides the member's own. What is written about a person is its writer's alone. */
export async function listColleagueWords(staffId: string, path: string): Promise<ColleagueWords[]> {
  if (inquiryOf(path)) return [];
  const kept = await db.keptForm.findMany({
    where: { staffMemberId: { not: staffId }, path, ...isWaiting() },
    orderBy: { keptAt: "desc" },
    select: { id: true, form: true, keptAt: true, staffMember: { select: { name: true } } },
  });
  return kept.map(({ staffMember, ...words }) => ({ ...words, writer: staffMember.name }));
}

/** The words of a colleague; null when they are saved or given up by now, or stand on another page. */
export async function findColleagueWords(
  id: string,
  path: string,
): Promise<(WaitingWords & { writer: string }) | null> {
  if (inquiryOf(path)) return null;
  const kept = await db.keptForm.findFirst({
    where: { id, path, ...isWaiting() },
    select: { id: true, form: true, words: true, keptAt: true, staffMember: { select: { name: true } } },
  });
  const fields = kept && openForm(kept.id, kept.words)?.fields;
  return fields ? { form: kept.form, fields, keptAt: kept.keptAt, writer: kept.staffMember.name } : null;
}

/** The pages on which words wait for this member, the newest first. */
export async function listKeptPages(staffId: string): Promise<{ path: string; keptAt: Date }[]> {
  const pages = await db.keptForm.groupBy({
    by: ["path"],
    where: { staffMemberId: staffId, ...isWaiting() },
    _max: { keptAt: true },
    orderBy: { _max: { keptAt: "desc" } },
  });
  return pages.map(({ path, _max }) => ({ path, keptAt: _max.keptAt! }));
}

/** When the words of a form were kept last; null when they are saved or given up since. */
export async function findKeptAt(staffId: string, path: string, form: string): Promise<Date | null> {
  const where = { staffMemberId_path_form: { staffMemberId: staffId, path, form } };
  const kept = await db.keptForm.findUnique({ where, select: { words: true, keptAt: true } });
  return kept?.words ? kept.keptAt : null;
}
