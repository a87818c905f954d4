-- Why one member published an edition in which they had decided about places themselves: nobody else could.

ALTER TABLE "RankingEdition"
  ADD COLUMN "aloneReason" TEXT,
  ADD COLUMN "aloneReasonLocale" TEXT,
  ADD CONSTRAINT "RankingEdition_alone_reason_is_said" CHECK ("aloneReason" <> ''),
  ADD CONSTRAINT "RankingEdition_alone_reason_has_language" CHECK (
    ("aloneReason" IS NULL) = ("aloneReasonLocale" IS NULL) AND "aloneReasonLocale" IN ('en', 'es'));
