-- What an edition's stability test found is frozen with the edition: the triggers on both tables hold these columns too.
-- Editions from before the test keep NULL, since nobody may change them.
ALTER TABLE "RankingEdition" ADD COLUMN "stability" JSONB;

ALTER TABLE "RankingEntry"
  ADD COLUMN "rankBest" INTEGER,
  ADD COLUMN "rankUsualBest" INTEGER,
  ADD COLUMN "rankUsualWorst" INTEGER,
  ADD COLUMN "rankWorst" INTEGER,
  ADD CONSTRAINT "RankingEntry_rank_range_is_whole"
    CHECK (num_nulls("rankBest", "rankUsualBest", "rankUsualWorst", "rankWorst") IN (0, 4)),
  ADD CONSTRAINT "RankingEntry_rank_range_is_ordered"
    CHECK (1 <= "rankBest" AND "rankBest" <= "rankUsualBest"
      AND "rankUsualBest" <= "rankUsualWorst" AND "rankUsualWorst" <= "rankWorst");
