import type { AuditEvent } from "@/lib/audit/types";

/** What a member did to an operator. */
export interface OperatorChange extends Omit<AuditEvent, "subjectType" | "subjectId"> {
  /** `slug`: of the operator that runs the touched listings now; left out when it is the same as before. */
  after: Record<string, unknown> & { slug?: string };
  /** The listings of which it changes by whom, or by which entities, they are run. */
  touched: readonly { id: string }[];
}

/**
 * How a change of an operator is written down: of the operator, and of each listing it touches, because who runs a place
 * decides which license is its own, and which program it belongs to.
 */
export function operatorEvents(id: string, { touched, ...change }: OperatorChange): AuditEvent[] {
  const { slug } = change.after;
  const ofListings = touched.map((listing): AuditEvent => {
    const subject = { subjectType: "listing", subjectId: listing.id } as const;
    return { action: "listing.operator_changed", ...subject, ...(slug && { after: { operator: slug } }) };
  });
  return [{ ...change, subjectType: "operator", subjectId: id }, ...ofListings];
}
