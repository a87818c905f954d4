import "server-only";
import { findOwnEvent, lastEventOf } from "@/lib/audit/queries";
import type { AuditAction } from "@/lib/audit/types";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { UNDO_HOURS, UNDO_NOUNS, UNDOABLE_ACTS, type Undoable, type UndoableAct, type UndoNoun } from "./types";

/** To look at a record changes nothing. */
const LOOKS: AuditAction[] = ["correction.viewed", "inquiry.viewed"];

/** An act with both sides as they were recorded. */
export interface OwnAct extends Undoable {
  subjectId: string;
  before: unknown;
  after: unknown;
}

/** What was done last to a record, when this member did it, can take it back and did it within the day; else null. */
export async function findUndoable(staff: StaffSession, noun: UndoNoun, subjectId: string): Promise<Undoable | null> {
  const last = await lastEventOf(db, { subjectType: noun, subjectId }, LOOKS);
  const act = last && (await findOwnAct(staff, last));
  return act ? { event: act.event, noun, action: act.action, at: act.at } : null;
}

/** An act of this member's own that they may still take back; null when it is none. */
export async function findOwnAct(staff: StaffSession, id: string): Promise<OwnAct | null> {
  const since = new Date(Date.now() - UNDO_HOURS * 60 * 60 * 1000);
  const found = await findOwnEvent(db, staff, { id, since });
  const action = UNDOABLE_ACTS.find((each): each is UndoableAct => each === found?.action);
  const noun = UNDO_NOUNS.find((each) => each === found?.subjectType);
  if (!found || !action || !noun) return null;
  const { at, subjectId, before, after } = found;
  // What an acceptance changed on the listing has its own way back.
  if (noun === "correction" && isRecord(before) && before.status === "accepted") return null;
  return { event: id, noun, action, at, subjectId, before, after };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
