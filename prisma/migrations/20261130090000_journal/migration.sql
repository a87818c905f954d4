-- The journal stands outside the database (lib/journal): acts that no restored backup may undo. The database knows which
-- of its lines it has.

CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'JournalEntry is only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "JournalEntry_append_only" BEFORE UPDATE OR DELETE ON "JournalEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_journal_change();
