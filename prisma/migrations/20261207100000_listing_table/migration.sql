-- What staff look for a listing by: one line of plain text, made by the database from the columns, so that no writer
-- can forget it. Small letters without accents and apostrophes: who types "st johns" means "St. John’s".
CREATE FUNCTION plain_text(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f''’]', '', 'g')) $$;

CREATE FUNCTION listing_sought(name text, unit text, slug text, street text, street2 text, city text, zip text,
  phone text, "intakePhones" text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
AS $$ SELECT plain_text(concat_ws(' ', name, unit, slug, street, street2, city, zip, phone,
  array_to_string("intakePhones", ' '))) $$;

ALTER TABLE "Listing" ADD COLUMN "sought" text GENERATED ALWAYS AS
  (listing_sought("name", "unit", "slug", "street", "street2", "city", "zip", "phone", "intakePhones")) STORED;

-- Part of a word, and a word spelled alike.
CREATE INDEX "Listing_sought_idx" ON "Listing" USING GIN ("sought" gin_trgm_ops);
-- The staff's table in each of its orders, a page at a time.
CREATE INDEX "Listing_name_id_idx" ON "Listing"("name", "id");
CREATE INDEX "Listing_city_id_idx" ON "Listing"("city", "id");
CREATE INDEX "Listing_updatedAt_id_idx" ON "Listing"("updatedAt", "id");
-- The states and counties to choose from, without reading every row.
CREATE INDEX "Listing_state_county_idx" ON "Listing"("state", "county");
-- Former names, as staff changed them.
CREATE INDEX "AuditEvent_former_names_idx" ON "AuditEvent"("subjectId")
  WHERE "action" = 'listing.edited' AND "before" ? 'name';
