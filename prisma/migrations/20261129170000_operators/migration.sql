-- Who runs places. The listings of an existing database get theirs with the next import.
CREATE TABLE "Operator" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "legalEntities" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "staffFields" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),

    CONSTRAINT "Operator_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Operator_slug_key" ON "Operator"("slug");
ALTER TABLE "Operator" ADD CONSTRAINT "Operator_has_a_name" CHECK (btrim("name") <> '');

CREATE TABLE "OperatorName" (
    "key" TEXT NOT NULL,
    "operatorId" UUID NOT NULL,

    CONSTRAINT "OperatorName_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "OperatorName_operatorId_idx" ON "OperatorName"("operatorId");
ALTER TABLE "OperatorName" ADD CONSTRAINT "OperatorName_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Listing" ADD COLUMN "operatorId" UUID;
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Listing_operatorId_idx" ON "Listing"("operatorId");
