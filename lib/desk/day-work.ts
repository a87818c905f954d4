import "server-only";
import { countProposedCalls } from "@/lib/calls/admin-queries";
import { countCorrections } from "@/lib/corrections/admin-queries";
import { countDuplicates } from "@/lib/duplicates/admin-queries";
import { countInquiries } from "@/lib/inquiries/admin-queries";
import { countUndelivered } from "@/lib/mails/admin-queries";
import { countForSecondPerson } from "@/lib/methods/admin-queries";
import { findProposedEdition } from "@/lib/rankings/admin-queries";
import { countOpenProposals } from "@/lib/refreshes/admin-queries";
import { getSettings } from "@/lib/settings/queries";
import { daysAfter, today } from "@/lib/shared/dates";
import type { StaffRole, StaffSession } from "@/lib/staff/types";
import { countReChecks } from "./queries";
import type { DayTaskKey } from "./types";

interface WorkSource {
  /** Whose work it is; null for everybody's. Administrators see all. */
  role: StaffRole | null;
  /** The page that shows just these. */
  path: string;
  count: (staff: StaffSession) => Promise<number>;
}

/** Numbers that people call in danger are called by staff this often. */
const HELP_NUMBERS_CHECKED_WITHIN_DAYS = 90;

/** Where each kind of work is counted, and shown. */
export const DAY_WORK = {
  overdue: {
    role: "outreach",
    path: "/admin/inquiries?overdue=1",
    count: (staff) => countInquiries(staff, { overdue: true }),
  },
  mine: {
    role: "outreach",
    path: "/admin/inquiries?status=open&assignee=mine",
    count: (staff) => countInquiries(staff, { status: "open", assignee: "mine" }),
  },
  new: {
    role: "outreach",
    path: "/admin/inquiries?status=new",
    count: (staff) => countInquiries(staff, { status: "new" }),
  },
  nobodys: {
    role: "outreach",
    path: "/admin/inquiries?assignee=nobody",
    count: (staff) => countInquiries(staff, { assignee: "nobody" }),
  },
  mails: { role: "outreach", path: "/admin/mails", count: countUndelivered },
  corrections: {
    role: "editor",
    path: "/admin/corrections?status=new",
    count: (staff) => countCorrections(staff, "new"),
  },
  secondPerson: { role: "editor", path: "/admin/rankings#methods", count: countForSecondPerson },
  edition: {
    role: "editor",
    path: "/admin/rankings#proposed",
    count: async (staff) => ((await findProposedEdition(staff)) ? 1 : 0),
  },
  sources: { role: "editor", path: "/admin/sources", count: countOpenProposals },
  duplicates: { role: "editor", path: "/admin/duplicates", count: countDuplicates },
  calls: { role: "editor", path: "/admin/calls", count: countProposedCalls },
  reChecks: { role: null, path: "/admin/re-checks", count: (staff) => countReChecks(staff) },
  helpNumbers: { role: "admin", path: "/admin/settings/crisisNumbers", count: countOldHelpNumbers },
} as const satisfies Record<DayTaskKey, WorkSource>;

async function countOldHelpNumbers(): Promise<number> {
  const { value, checkedOn } = (await getSettings()).crisisNumbers;
  return checkedOn < daysAfter(today(), -HELP_NUMBERS_CHECKED_WITHIN_DAYS) ? value.length : 0;
}
