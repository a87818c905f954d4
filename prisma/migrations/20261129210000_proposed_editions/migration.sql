-- The edition that waits to be published, at most one of each area.
CREATE TABLE "ProposedEdition" (
    "id" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "computedAt" TIMESTAMP(3) NOT NULL,
    "judgedOn" DATE NOT NULL,
    "inputsChecksum" TEXT NOT NULL,
    "since" INTEGER,
    "changes" JSONB NOT NULL,

    CONSTRAINT "ProposedEdition_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ProposedEdition_area_key" ON "ProposedEdition"("area");
ALTER TABLE "ProposedEdition" ADD CONSTRAINT "ProposedEdition_since_fkey" FOREIGN KEY ("since") REFERENCES "RankingEdition"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
