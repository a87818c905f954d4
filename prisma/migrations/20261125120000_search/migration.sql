-- Mistyped words (pg_trgm), and distances over the ground (earthdistance, which stands on cube). Where the database's
-- user may not create extensions, its administrator does so beforehand.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS earthdistance;

CREATE TABLE "SearchEntry" (
    "listingId" UUID NOT NULL,
    -- Byte by byte, as a cursor compares it, whatever the server's language.
    "sortName" TEXT COLLATE "C" NOT NULL,
    "rankOrder" INTEGER NOT NULL,
    "rank" INTEGER,
    "band" INTEGER,
    "yes" TEXT[] NOT NULL,
    "unknown" TEXT[] NOT NULL,
    "words" TEXT[] NOT NULL,
    "document" tsvector GENERATED ALWAYS AS (array_to_tsvector("words")) STORED,
    "position" cube,
    "isPositionApproximate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("listingId"),
    CONSTRAINT "SearchEntry_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "SearchWord" (
    -- Byte by byte, so that the key also finds the words that begin with a typed one.
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

CREATE TABLE "SearchStale" (
    "listingId" UUID NOT NULL,

    CONSTRAINT "SearchStale_pkey" PRIMARY KEY ("listingId")
);

-- Results by name: a page is read off the index from the cursor on.
CREATE INDEX "SearchEntry_sortName_idx" ON "SearchEntry"("sortName");
-- Results by rank, the usual order: read off from the cursor on, past what does not fit.
CREATE INDEX "SearchEntry_rankOrder_sortName_idx" ON "SearchEntry"("rankOrder", "sortName");
-- Results and counts of chosen options: "yes" && '{payment:medi-cal,payment:free}', several groups in one scan.
CREATE INDEX "SearchEntry_yes_idx" ON "SearchEntry" USING GIN ("yes");
-- The same when places that did not say are included: OR "unknown" && '{…}'.
CREATE INDEX "SearchEntry_unknown_idx" ON "SearchEntry" USING GIN ("unknown");
-- Results and counts of typed words, and whether a word is known: "document" @@ 'tarzana':*.
CREATE INDEX "SearchEntry_document_idx" ON "SearchEntry" USING GIN ("document");
-- Results by distance: nearest first, "position" <-> ll_to_earth(…); pages backward look inside earth_box.
CREATE INDEX "SearchEntry_position_idx" ON "SearchEntry" USING GIST ("position");
-- What a mistyped word means: "word" % 'tarzanna'.
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- Whoever changes what an entry is derived from, by whatever way, leaves a mark, and the writer's transaction (or else
-- the worker) derives the entry anew. DO UPDATE, not NOTHING: a mark that is being worked off is waited for, so that
-- this change is not lost behind it.
CREATE FUNCTION mark_search_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Listing' THEN
    INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM changed ORDER BY 1
    ON CONFLICT ("listingId") DO UPDATE SET "listingId" = EXCLUDED."listingId";
  ELSE
    INSERT INTO "SearchStale" ("listingId") SELECT DISTINCT "listingId" FROM changed ORDER BY 1
    ON CONFLICT ("listingId") DO UPDATE SET "listingId" = EXCLUDED."listingId";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER listing_added_to_search AFTER INSERT ON "Listing"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER listing_changed_in_search AFTER UPDATE ON "Listing"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER facts_added_to_search AFTER INSERT ON "FactSheet"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER facts_changed_in_search AFTER UPDATE ON "FactSheet"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER facts_removed_from_search AFTER DELETE ON "FactSheet"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
CREATE TRIGGER ranks_added_to_search AFTER INSERT ON "RankingEntry"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();

-- A new edition may leave out what the last one ranked.
CREATE FUNCTION mark_ranked_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchStale" ("listingId") SELECT "listingId" FROM "SearchEntry" WHERE "rank" IS NOT NULL ORDER BY 1
  ON CONFLICT ("listingId") DO UPDATE SET "listingId" = EXCLUDED."listingId";
  RETURN NULL;
END $$;
CREATE TRIGGER edition_replaces_ranks_in_search AFTER INSERT ON "RankingEdition"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_ranked_stale();

-- What is not published leaves the search at once, even by hand.
CREATE FUNCTION remove_unpublished_from_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" WHERE "listingId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER unpublished_leaves_search AFTER UPDATE OF "status" ON "Listing" FOR EACH ROW
  WHEN (NEW."status" <> 'published') EXECUTE FUNCTION remove_unpublished_from_search();

-- Databases that have listings already: `npm run migrate` derives these entries when the tables stand.
INSERT INTO "SearchStale" ("listingId") SELECT "id" FROM "Listing" WHERE "status" = 'published';
