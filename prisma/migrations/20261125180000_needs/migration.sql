-- What a person needs, as staff ticked it: codes of the search's options, never words about them.

ALTER TABLE "Inquiry"
  ADD COLUMN "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "needsNear" TEXT;
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_needs_are_codes" CHECK (
  "needs" IS NOT NULL AND cardinality("needs") <= 100 AND array_position("needs", NULL) IS NULL
  AND array_to_string("needs", ',') ~ '^([a-z]+:[a-z]+(-[a-z]+)*(,[a-z]+:[a-z]+(-[a-z]+)*)*)?$');
ALTER TABLE "Inquiry" ADD CONSTRAINT "Inquiry_needs_near_a_zip" CHECK ("needsNear" ~ '^[0-9]{5}$');

-- Whoever erases an inquiry, by whatever path, erases what the person needed, and nobody can write it anew.
CREATE FUNCTION erase_inquiry_needs() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."needs" := ARRAY[]::TEXT[];
  NEW."needsNear" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER erased_inquiry_has_no_needs BEFORE INSERT OR UPDATE ON "Inquiry" FOR EACH ROW
  WHEN (NEW."erasedAt" IS NOT NULL) EXECUTE FUNCTION erase_inquiry_needs();
