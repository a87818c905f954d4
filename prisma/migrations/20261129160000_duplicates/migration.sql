-- Two listings of which an older edition named the one and a newer the other may be one place: staff say whether.

CREATE TABLE "DuplicateProposal" (
    "id" UUID NOT NULL,
    "formerId" UUID NOT NULL,
    "laterId" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DuplicateProposal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DuplicateProposal_formerId_laterId_key" ON "DuplicateProposal"("formerId", "laterId");
CREATE INDEX "DuplicateProposal_laterId_idx" ON "DuplicateProposal"("laterId");
ALTER TABLE "DuplicateProposal" ADD CONSTRAINT "DuplicateProposal_formerId_fkey" FOREIGN KEY ("formerId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DuplicateProposal" ADD CONSTRAINT "DuplicateProposal_laterId_fkey" FOREIGN KEY ("laterId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DuplicateProposal" ADD CONSTRAINT "DuplicateProposal_two_listings" CHECK ("formerId" <> "laterId");

CREATE TABLE "DuplicateDecision" (
    "id" UUID NOT NULL,
    "formerIdentity" TEXT NOT NULL,
    "laterIdentity" TEXT NOT NULL,
    "isSame" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "formerSlug" TEXT NOT NULL,
    "laterSlug" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),

    CONSTRAINT "DuplicateDecision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DuplicateDecision_formerIdentity_laterIdentity_key" ON "DuplicateDecision"("formerIdentity", "laterIdentity");
CREATE INDEX "DuplicateDecision_laterIdentity_idx" ON "DuplicateDecision"("laterIdentity");
ALTER TABLE "DuplicateDecision" ADD CONSTRAINT "DuplicateDecision_says_why" CHECK (btrim("note") <> '');

-- A decision stands. Imports rest on it.
CREATE TRIGGER duplicate_decision_is_frozen BEFORE UPDATE OR DELETE ON "DuplicateDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER duplicate_decision_is_not_emptied BEFORE TRUNCATE ON "DuplicateDecision" EXECUTE FUNCTION refuse_change();
