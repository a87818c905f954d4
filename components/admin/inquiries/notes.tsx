"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { addNoteAction } from "@/lib/desk/actions";
import { MAX_NOTE_LENGTH } from "@/lib/desk/schema";
import { useErrorWords } from "../error-words";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface InquiryNotesProps {
  id: string;
  /** The oldest first; `at` is the moment in words. */
  notes: { id: string; at: string; author: string | null; text: string | null }[];
}

/** What staff noted, and one more note. */
export function InquiryNotes({ id, notes }: InquiryNotesProps) {
  const t = useTranslations("admin.desk");
  const [state, action, pending] = useStaffAction("note", addNoteAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  return (
    <section aria-labelledby="notes-title" className="space-y-3">
      <h2 id="notes-title" className="text-xl">
        {t("notes")}
      </h2>
      <ol className="grid gap-3">
        {notes.map((note) => (
          <li key={note.id} className="border-l-2 border-line pl-3">
            <p className="text-sm text-muted">
              {note.at} · {note.author ?? t("departed")}
            </p>
            <p className="wrap-anywhere whitespace-pre-wrap">{note.text ?? t("unreadable")}</p>
          </li>
        ))}
      </ol>
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(state.code)}
        </Notice>
      )}
      <StaffForm name="note" keeps action={action} className="space-y-3">
        <input type="hidden" name="id" value={id} />
        <StaffArea
          audience="staff"
          name="text"
          rows={3}
          label={t("note")}
          hint={t("noteHint")}
          maxLength={MAX_NOTE_LENGTH}
          error={errors.text}
          defaultValue={typedIn(state)?.text ?? ""}
        />
        <Button look="quiet" disabled={pending}>
          {t("addNote")}
        </Button>
      </StaffForm>
    </section>
  );
}
