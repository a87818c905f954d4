-- What staff did to many listings at once: which, from which status to which, so that it can be taken back exactly.
CREATE TABLE "BulkAct" (
    "id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "rows" JSONB NOT NULL,
    "refused" JSONB NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "undoneById" TEXT,
    "kept" JSONB,

    CONSTRAINT "BulkAct_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "BulkAct_undone_whole" CHECK (num_nonnulls("undoneAt", "undoneById", "kept") IN (0, 3))
);
