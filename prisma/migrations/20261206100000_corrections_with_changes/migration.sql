-- What an accepted correction changed on its listing stands in the public log, field by field; and the reporter hears once
-- what we decided, if the form told them so.

ALTER TABLE "Correction"
  ADD COLUMN "changes" JSONB,
  ADD COLUMN "mayAnswer" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "answer" "MailStatus";

-- An accepted correction changed something, or somebody wrote why nothing changes. Those from before have a note.
ALTER TABLE "Correction" DROP CONSTRAINT "Correction_accepted_has_note";
ALTER TABLE "Correction"
  ADD CONSTRAINT "Correction_changes_are_a_list" CHECK (jsonb_typeof("changes") = 'array'),
  ADD CONSTRAINT "Correction_accepted_has_note" CHECK (
    ("publicNote" IS NULL OR ("status" = 'accepted' AND "publicNote" <> ''))
    AND ("status" <> 'accepted' OR "publicNote" IS NOT NULL OR coalesce(jsonb_array_length("changes"), 0) > 0)),
  -- Nobody is written to who was not told of it, or whom we cannot have reached.
  ADD CONSTRAINT "Correction_answer_was_told_of" CHECK ("answer" IS NULL OR "mayAnswer");
