// A postal address as it is printed. Public files divide a long line in two where its comma stands ("Rooms 2010,"), and
// listings keep what the file says.

/** The street, and the suite or building: without commas at their ends; what is empty is left out. */
export function doorLines({ street, street2 }: { street: string; street2: string | null }): string[] {
  return [street, street2 ?? ""].map((line) => line.replace(/^[\s,]+|[\s,]+$/g, "")).filter((line) => line !== "");
}
