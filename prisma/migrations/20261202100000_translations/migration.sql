-- A translation is a post of its own that knows its original. A tag is one tag, with a name in each language.

ALTER TABLE "Post" ADD COLUMN "translatesId" UUID;
ALTER TABLE "Post" ADD CONSTRAINT "Post_translatesId_fkey" FOREIGN KEY ("translatesId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Post" ADD CONSTRAINT "Post_translates_another" CHECK ("translatesId" <> "id");
CREATE UNIQUE INDEX "Post_translatesId_locale_key" ON "Post"("translatesId", "locale");

ALTER TABLE "Tag" ADD COLUMN "nameEs" TEXT;
CREATE UNIQUE INDEX "Tag_nameEs_key" ON "Tag"("nameEs");

-- A post has one original at most, in another language than its own, and that is no translation itself. The original is
-- locked while it is looked at, so that it does not become something else at the same moment.
CREATE FUNCTION keep_translations() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  original record;
BEGIN
  IF EXISTS (SELECT FROM "Post" WHERE "translatesId" = NEW."id" AND "locale" = NEW."locale") THEN
    RAISE EXCEPTION 'A translation is in another language than its original' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."translatesId" IS NULL THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM "Post" WHERE "translatesId" = NEW."id") THEN
    RAISE EXCEPTION 'An original is no translation' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT "locale", "translatesId" INTO original FROM "Post" WHERE "id" = NEW."translatesId" FOR SHARE;
  IF original."locale" = NEW."locale" THEN
    RAISE EXCEPTION 'A translation is in another language than its original' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF original."translatesId" IS NOT NULL THEN
    RAISE EXCEPTION 'An original is no translation' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER post_keeps_translations BEFORE INSERT OR UPDATE OF "translatesId", "locale" ON "Post"
  FOR EACH ROW EXECUTE FUNCTION keep_translations();
