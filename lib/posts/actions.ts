"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { today } from "@/lib/shared/dates";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { postValues } from "./admin-queries";
import {
  archivePost,
  createPost,
  publishPost,
  savePost,
  unpublishPost,
  type PostTouched,
  type PostWrite,
} from "./mutations";
import { POST_LIST_PAGES, postPages } from "./paths";
import { newPostSchema, postForm, postSchema, postStatusSchema, type PostValues } from "./schema";

/** What stands in the database now, beside what was typed: the editor shows both and decides. */
export interface PostConflict {
  version: number;
  saved: PostValues;
  typed: PostValues;
}

export type SavePostResult = ActionResult<null, string, "gone" | "incomplete", PostConflict>;
export type CreatePostResult = ActionResult<null, "title" | "locale">;

export async function createPostAction(_previous: CreatePostResult | null, form: FormData): Promise<CreatePostResult> {
  const staff = await requireStaff("editor");
  const parsed = parseForm(newPostSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  redirect(`/admin/posts/${await createPost(staff.staffId, parsed.data)}?done=created`);
}

export async function savePostAction(_previous: SavePostResult | null, form: FormData): Promise<SavePostResult> {
  const staff = await requireStaff("editor");
  const typed = textsOf(form);
  const parsed = parseForm(postSchema, postForm(typed));
  if (!parsed.ok) return parsed.result;
  const written = await savePost(staff.staffId, parsed.data);
  if (written.outcome === "slug_taken") return { status: "invalid", fieldErrors: { slug: "slugTaken" }, values: typed };
  if (written.outcome === "gone" || written.outcome === "incomplete")
    return { status: "failed", code: written.outcome, values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: postValues(current), typed } };
  }
  revalidate(written);
  redirect(`/admin/posts/${parsed.data.id}?done=saved`);
}

export async function publishPostAction(form: FormData): Promise<void> {
  await changeStatus(form, (actorId, id, version) => publishPost(actorId, id, version, today()));
}

export async function unpublishPostAction(form: FormData): Promise<void> {
  await changeStatus(form, unpublishPost);
}

export async function archivePostAction(form: FormData): Promise<void> {
  await changeStatus(form, archivePost);
}

type StatusChange = (actorId: string, id: string, version: number) => Promise<PostWrite>;

async function changeStatus(form: FormData, change: StatusChange): Promise<void> {
  const staff = await requireStaff("editor");
  const { id, version } = postStatusSchema.parse(textsOf(form));
  const written = await change(staff.staffId, id, version);
  if (written.outcome === "saved") revalidate(written);
  redirect(`/admin/posts/${id}?done=${written.outcome}`);
}

function revalidate({ slugs, tagSlugs }: PostTouched): void {
  for (const page of postPages(slugs, tagSlugs)) revalidatePath(page);
  revalidatePath(POST_LIST_PAGES, "page");
}
