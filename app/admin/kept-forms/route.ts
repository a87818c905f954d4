import { answerKept } from "@/lib/staff/keep-answer";
import { requireStaff } from "@/lib/staff/session";

/** Keeps the words of a form as they are typed, apart from what is public. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const staff = await requireStaff(undefined, form);
  return answerKept(staff, form);
}
