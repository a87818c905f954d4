"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { savePostAction, type PostConflict } from "@/lib/posts/actions";
import type { PostValues } from "@/lib/posts/schema";
import { VERSION_FIELD } from "@/lib/versions/version-mark";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { LanguageSelect } from "../language-select";
import { OriginalSelect, type Original } from "./original-select";
import { CreditRows, QuestionRows, ReferenceRows } from "./rows";
import { EDITOR_FORM } from "../step-button";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface PostFormProps {
  id: string;
  version: number;
  values: PostValues;
  /** The posts that this one may be a translation of. */
  originals: Original[];
}

/** The whole post, its repeated rows with empty ones to fill. What was typed stays after every answer. */
export function PostForm({ id, version, values, originals }: PostFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("post", savePostAction);
  const failure = state?.status === "failed" ? { title: t(`form.${state.code}`) } : {};
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const shown: PostValues = typed ? textsOnly(typed) : values;
  const bind = (name: "title" | "slug" | "summary" | "body" | "publishedOn" | "tags") => ({
    name,
    label: t(`post.fields.${name}`),
    defaultValue: shown[name] ?? "",
    error: errors[name],
  });
  return (
    <StaffForm id={EDITOR_FORM} name="post" saves keeps action={action} className="space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={{ ...failure, ...errors }} />
      {conflict && <ConflictNotice differences={differences(conflict, originals)} discardPath={`/admin/posts/${id}`} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? typed?.version ?? version} />
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <div key={JSON.stringify(shown)} className="space-y-6">
        <Fieldset audience="public" legend={t("post.groups.text")} stacked>
          <TextField {...bind("title")} />
          <TextField {...bind("slug")} hint={t("listing.hints.slug")} />
          <LanguageSelect label={t("post.fields.locale")} value={shown.locale ?? "en"} error={errors.locale} />
          <OriginalSelect originals={originals} value={shown.translatesId ?? ""} error={errors.translatesId} />
          <TextField {...bind("publishedOn")} hint={t("post.hints.publishedOn")} />
          <TextField {...bind("tags")} hint={t("post.hints.tags")} />
          <StaffArea audience="public" {...bind("summary")} rows={3} />
          <StaffArea audience="public" {...bind("body")} rows={24} />
        </Fieldset>
        <QuestionRows values={shown} errors={errors} />
        <CreditRows values={shown} errors={errors} />
        <ReferenceRows values={shown} errors={errors} />
      </div>
      <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
    </StaffForm>
  );
}

function textsOnly(typed: Partial<Record<string, string>>): PostValues {
  return Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Fields by name: `references.0.url` says which row it is. An empty offered row is no difference. */
function differences({ saved, typed }: PostConflict, originals: Original[]) {
  const shownAs = (name: string, value = "") =>
    (name === "translatesId" && originals.find(({ id }) => id === value)?.title) || value;
  const names = [...new Set([...Object.keys(saved), ...Object.keys(typed)])];
  return names
    .filter((name) => !["id", "version", "step", VERSION_FIELD].includes(name) && !name.endsWith(".role"))
    .map((name) => ({
      field: name,
      label: name,
      saved: shownAs(name, saved[name]),
      typed: shownAs(name, typed[name]).replace(/\r\n/g, "\n"),
    }))
    .filter((each) => each.saved !== each.typed);
}
