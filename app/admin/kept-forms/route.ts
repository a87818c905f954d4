import { MAX_FORM_BYTES } from "@/lib/server/form-request";
import { answerKept } from "@/lib/staff/keep-answer";
import { requireStaff } from "@/lib/staff/session";

/** Keeps the words of a form as they are typed, apart from what is public. */
export async function POST(request: Request): Promise<Response> {
  const bytes = Number(request.headers.get("content-length") ?? Infinity);
  const isRead = bytes <= MAX_FORM_BYTES;
  const form = isRead ? await request.formData().catch(() => new FormData()) : new FormData();
  const staff = await requireStaff(undefined, form);
  return isRead ? answerKept(staff, form) : new Response(null, { status: 413 });
}
