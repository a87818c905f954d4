// Whether people can still go to a place, call it or ask it. Every query that names a place reads these columns, and
// only this file interprets them. tests/architecture-places.test.ts finds a query or a link that leaves them out.

/** `closed`: staff found out that the place closed; its page stays and says so. `gone`: not listed, without a page. */
export type Presence = "open" | "closed" | "gone";

/** Select these wherever you select a place's name. */
export const PRESENCE_COLUMNS = { status: true, closedOn: true } as const;

export interface PresenceColumns {
  status: "draft" | "published" | "archived";
  closedOn: Date | null;
}

export function presenceOf({ status, closedOn }: PresenceColumns): Presence {
  if (status !== "published") return "gone";
  return closedOn === null ? "open" : "closed";
}

/** Only an open place is called, asked or suggested. This is the same rule, as a condition for the database. */
export const IS_OPEN = { status: "published", closedOn: null } as const;

/** A row with its presence instead of these columns. */
export function withPresence<Row extends PresenceColumns>({ status, closedOn, ...place }: Row) {
  return { ...place, presence: presenceOf({ status, closedOn }) };
}
