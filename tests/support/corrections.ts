import { correctListing, type Correcting, type CorrectingWrite } from "@/lib/desk/mutations";
import { acceptanceSchema } from "@/lib/desk/schema";
import type { StaffSession } from "@/lib/staff/types";

/** What the form of a report sends beside its version, here and there other than nothing to change. */
type Sent = Record<string, string>;

/** Accepts a report; without anything else because nothing has to change, as its note says. */
export function accept(
  staff: StaffSession,
  id: string,
  version: number,
  sent: Sent = {},
  { listing = null, seen = {} }: Partial<Omit<Correcting, "input">> = {},
): Promise<CorrectingWrite> {
  const nothing = { outcome: "nothing", publicNote: "Now 213-555-0199, as they told us." };
  const input = acceptanceSchema.parse({ id, version: String(version), ...nothing, ...sent });
  return correctListing(staff, { input, listing, seen });
}
