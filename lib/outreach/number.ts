/**
 * The number that a place knows a contact by, such as PL-1A2B3C4D: the start of the contact's id. It is not the
 * inquiry's reference, which belongs to the person: with it we find their inquiry.
 */
export function contactNumber(id: string): string {
  return `PL-${id.slice(0, 8).toUpperCase()}`;
}

/** The start of the id for a number as somebody types it; null when it cannot be one. */
export function parseContactNumber(typed: string): string | null {
  return /^PL-([0-9A-F]{8})$/.exec(typed.trim().toUpperCase())?.[1]?.toLowerCase() ?? null;
}
