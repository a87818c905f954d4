import "server-only";
import { getCorrectionState } from "@/lib/corrections/admin-queries";
import { decideCorrection } from "@/lib/corrections/mutations";
import { undoWork } from "@/lib/desk/mutations";
import { loggedWorkSchema } from "@/lib/desk/schema";
import { inquiryPaths } from "@/lib/inquiries/paths";
import { unlessInterested } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { saveListing } from "@/lib/listings/mutations";
import { listingPath } from "@/lib/listings/paths";
import { listingSchema, type ListingStep } from "@/lib/listings/schema";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { savePost } from "@/lib/posts/mutations";
import { ownPages } from "@/lib/posts/paths";
import { postForm, postSchema, type PostStep } from "@/lib/posts/schema";
import { today } from "@/lib/shared/dates";
import { z } from "@/lib/shared/zod";
import type { StaffSession } from "@/lib/staff/types";
import { findOwnAct, type OwnAct } from "./admin-queries";
import type { UndoNoun } from "./types";

export type Undoing =
  /** The English paths of public pages that are others now, and the desk's pages. */
  | { outcome: "undone"; noun: UndoNoun; id: string; pages: string[] }
  /** It was changed since, or whoever did it no longer may. Nothing was written. */
  | { outcome: "undo_too_late" | "interested"; noun: UndoNoun; id: string };

type Undone = { pages: string[] } | "undo_too_late" | "interested";

/**
 * Takes back what this member did last to a record: it is again as it was, unless anybody changed it since. It goes
 * through what the record's own form goes through, so permissions, conflicts of interest and the audit hold. Twice is
 * once. Null when it is no act of theirs of the last day.
 * @param nouns the records that the member's role works on
 */
export async function undoAct(staff: StaffSession, event: string, nouns: readonly UndoNoun[]): Promise<Undoing | null> {
  const act = await findOwnAct(staff, event);
  if (!act || !nouns.includes(act.noun)) return null;
  const { noun, subjectId: id } = act;
  const undone = await UNDO[noun](staff, act);
  return typeof undone === "string" ? { outcome: undone, noun, id } : { outcome: "undone", noun, id, ...undone };
}

const UNDO: Record<UndoNoun, (staff: StaffSession, act: OwnAct) => Promise<Undone>> = {
  correction: undoDecision,
  inquiry: undoInquiry,
  listing: undoListing,
  post: undoPost,
};

const LISTING_STEP_TO: Record<string, ListingStep> = { published: "publish", draft: "draft", archived: "archive" };
const POST_STEP_TO: Record<string, PostStep> = { published: "publish", draft: "unpublish", archived: "archive" };

async function undoListing(staff: StaffSession, { subjectId: id, ...act }: OwnAct): Promise<Undone> {
  const [was, is] = [statusOf(act.before), statusOf(act.after)];
  const listing = await getListing(staff, id);
  if (listing?.status === was) return { pages: [] };
  if (listing?.status !== is) return "undo_too_late";
  const input = listingSchema.safeParse({ ...listing.values, id, version: listing.version });
  if (!input.success) return "undo_too_late";
  const save = () => saveListing(staff, input.data, LISTING_STEP_TO[was] ?? null);
  const written = await unlessInterested(staff.staffId, id, save);
  if (written === "interested") return written;
  return written.outcome === "saved" ? { pages: written.slugs.map(listingPath) } : "undo_too_late";
}

async function undoPost(staff: StaffSession, { subjectId: id, ...act }: OwnAct): Promise<Undone> {
  const [was, is] = [statusOf(act.before), statusOf(act.after)];
  const post = await getPostForStaff(staff, id);
  if (post?.status === was) return { pages: [] };
  if (post?.status !== is) return "undo_too_late";
  const input = postSchema.safeParse(postForm({ ...post.values, id, version: String(post.version) }));
  if (!input.success) return "undo_too_late";
  const written = await savePost(staff, input.data, { step: POST_STEP_TO[was] ?? null, day: today() });
  return written.outcome === "saved" ? { pages: ownPages(written.slugs, written.tagSlugs) } : "undo_too_late";
}

async function undoInquiry(staff: StaffSession, { subjectId: id, ...act }: OwnAct): Promise<Undone> {
  const [before, after] = [loggedWorkSchema.parse(act.before), loggedWorkSchema.parse(act.after)];
  return (await undoWork(staff, id, before, after)) ? { pages: inquiryPaths(id) } : "undo_too_late";
}

/** The state before, when a press of the form can bring it: an acceptance is taken back by putting the report back. */
async function undoDecision(staff: StaffSession, { subjectId: id, ...act }: OwnAct): Promise<Undone> {
  const [was, is] = [decisionSchema.safeParse(act.before), statusOf(act.after)];
  const now = await getCorrectionState(staff, id);
  if (!was.success || !now) return "undo_too_late";
  const pages = [listingPath(now.listing.slug)];
  if (now.status === was.data.status) return { pages };
  if (now.status !== is) return "undo_too_late";
  const decision = { status: was.data.status, declineReason: was.data.declineReason ?? "" };
  const written = await decideCorrection(staff, id, now.version, decision);
  if (written.outcome === "interested") return "interested";
  return written.outcome === "saved" ? { pages } : "undo_too_late";
}

const decisionSchema = z.object({ status: z.enum(["new", "declined", "spam"]), declineReason: z.string().nullable() });
const statusSchema = z.object({ status: z.string() });

function statusOf(side: unknown): string {
  return statusSchema.parse(side).status;
}
