// Whether a place can still be gone to, called or asked. Every query that names a place reads these columns, and what
// follows from them is decided here alone: tests/architecture-places.test.ts finds a query or a link that leaves it out.

/** `closed`: staff found out that it closed; its page stays and says so. `gone`: it is not listed and has no page. */
export type Presence = "open" | "closed" | "gone";

/** To be selected wherever a place's name is. */
export const PRESENCE_COLUMNS = { status: true, closedOn: true } as const;

export interface PresenceColumns {
  status: "draft" | "published" | "archived";
  closedOn: Date | null;
}

export function presenceOf({ status, closedOn }: PresenceColumns): Presence {
  if (status !== "published") return "gone";
  return closedOn === null ? "open" : "closed";
}

/** Only an open place is called, asked or suggested. The same rule for the database's own search. */
export const IS_OPEN = { status: "published", closedOn: null } as const;

/** A row with what its columns say instead of the columns. */
export function withPresence<Row extends PresenceColumns>({ status, closedOn, ...place }: Row) {
  return { ...place, presence: presenceOf({ status, closedOn }) };
}
