import { answerExport } from "@/lib/listing-table/export-answer";
import { requireStaff } from "@/lib/staff/session";

/** A copy of what the filters of the table find, as CSV or JSON. */
export async function GET(request: Request): Promise<Response> {
  const staff = await requireStaff("editor");
  return answerExport(staff, new URL(request.url).search.slice(1));
}
