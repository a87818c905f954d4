-- An edition ranks programs, and a program has listings. Editions of before ranked listings: a published ranking is never
-- changed, so a database that has one is not converted. The commands look before they come here (scripts/setup).
DO $$ BEGIN
  IF EXISTS (SELECT FROM "RankingEdition") THEN
    RAISE EXCEPTION 'This database has published a ranking of listings. Rankings of programs need a fresh database.';
  END IF;
END $$;

DROP TRIGGER ranks_added_to_search ON "RankingEntry";
ALTER TABLE "RankingEntry" DROP COLUMN "listingId";

CREATE TABLE "RankingMember" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "RankingMember_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RankingMember_editionId_listingId_key" ON "RankingMember"("editionId", "listingId");
CREATE UNIQUE INDEX "RankingMember_entryId_place_key" ON "RankingMember"("entryId", "place");
CREATE INDEX "RankingMember_listingId_idx" ON "RankingMember"("listingId");
ALTER TABLE "RankingMember" ADD CONSTRAINT "RankingMember_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "RankingEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingMember" ADD CONSTRAINT "RankingMember_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RankingEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingMember" ADD CONSTRAINT "RankingMember_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RankingMember" ADD CONSTRAINT "RankingMember_place_from_one" CHECK ("place" >= 1);

CREATE TRIGGER ranking_member_is_frozen BEFORE UPDATE OR DELETE ON "RankingMember" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_member_is_not_emptied BEFORE TRUNCATE ON "RankingMember" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_member_comes_with_its_edition BEFORE INSERT ON "RankingMember" FOR EACH ROW EXECUTE FUNCTION refuse_late_place();
CREATE TRIGGER ranks_added_to_search AFTER INSERT ON "RankingMember"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_search_stale();
