-- CreateEnum
CREATE TYPE "CorrectionStatus" AS ENUM ('new', 'accepted', 'declined', 'spam');

-- CreateEnum
CREATE TYPE "CorrectionTopic" AS ENUM ('closed', 'contact', 'medication', 'care', 'cost', 'license', 'other');

-- CreateEnum
CREATE TYPE "CorrectionGrounds" AS ENUM ('works_there', 'went_there', 'asked_them', 'public_record', 'other');

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "listingId" UUID NOT NULL,
    "status" "CorrectionStatus" NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL,
    "topic" "CorrectionTopic" NOT NULL,
    "grounds" "CorrectionGrounds" NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT,
    "evidence" TEXT,
    "email" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMP(3),
    "publicNote" TEXT,
    "declineReason" TEXT,
    "notice" "MailStatus",

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Correction_reference_key" ON "Correction"("reference");

-- CreateIndex
CREATE INDEX "Correction_status_createdAt_idx" ON "Correction"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Correction_status_decidedAt_idx" ON "Correction"("status", "decidedAt");

-- CreateIndex
CREATE INDEX "Correction_contentHash_createdAt_idx" ON "Correction"("contentHash", "createdAt");

-- CreateIndex
CREATE INDEX "Correction_listingId_idx" ON "Correction"("listingId");

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What the schema language cannot say. -------------------------------------------------------------------------------

-- The public log holds decided corrections with staff's words, and nothing else can look like one.
ALTER TABLE "Correction"
  ADD CONSTRAINT "Correction_reference_is_plain" CHECK ("reference" ~ '^COR-[2-9A-HJ-NP-Z]{6}$'),
  ADD CONSTRAINT "Correction_decided_has_date" CHECK (("status" IN ('accepted', 'declined')) = ("decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "Correction_accepted_has_note" CHECK (
    ("status" = 'accepted') = ("publicNote" IS NOT NULL) AND "publicNote" <> ''),
  ADD CONSTRAINT "Correction_declined_has_reason" CHECK (
    ("status" = 'declined') = ("declineReason" IS NOT NULL) AND "declineReason" <> '');
