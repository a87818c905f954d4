"use server";

import { redirect } from "next/navigation";
import { remakePages } from "@/lib/server/remake-pages";
import { today } from "@/lib/shared/dates";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff, settle } from "@/lib/staff/session";
import { postValues } from "./admin-queries";
import { createPost, savePost, type PostTouched } from "./mutations";
import { ownPages } from "./paths";
import { newPostSchema, postForm, postSchema, postStep, type PostValues } from "./schema";

/** What the database has now, beside what was typed: the page shows both, and the editor decides. */
export interface PostConflict {
  version: number;
  saved: PostValues;
  typed: PostValues;
}

export type SavePostResult = ActionResult<null, string, "gone" | "incomplete", PostConflict>;
export type CreatePostResult = ActionResult<null, "title" | "locale">;

export async function createPostAction(_previous: CreatePostResult | null, form: FormData): Promise<CreatePostResult> {
  const staff = await requireStaff("editor", form);
  const parsed = parseForm(newPostSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  redirect(`/admin/posts/${await createPost(staff, parsed.data, actOf(form))}?done=created`);
}

/** Saves the fields; the button pressed (`step`) may also publish the post, take it back to a draft or archive it. */
export async function savePostAction(_previous: SavePostResult | null, form: FormData): Promise<SavePostResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(postSchema, postForm(typed));
  if (!parsed.ok) return parsed.result;
  const step = { step: postStep.parse(typed.step ?? null), day: today() };
  const written = await savePost(staff, parsed.data, step);
  if (written.outcome === "slug_taken") return { status: "invalid", fieldErrors: { slug: "slugTaken" }, values: typed };
  if (written.outcome === "mistranslated")
    return { status: "invalid", fieldErrors: written.fieldErrors, values: typed };
  if (written.outcome === "gone" || written.outcome === "incomplete")
    return { status: "failed", code: written.outcome, values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: postValues(current), typed } };
  }
  revalidate(written);
  await settle(staff, form);
  redirect(`/admin/posts/${parsed.data.id}?done=saved`);
}

function revalidate({ slugs, tagSlugs }: PostTouched): void {
  remakePages("post", ownPages(slugs, tagSlugs));
}
