-- Backups that were made, and what waits after one was brought back.

CREATE TYPE "BackupWay" AS ENUM ('copy', 'pg_dump');
CREATE TYPE "BackupFailure" AS ENUM ('disk_full', 'not_writable', 'database', 'pg_dump', 'unknown');

CREATE TABLE "Backup" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "madeAt" TIMESTAMP(3),
    "way" "BackupWay" NOT NULL,
    "fileName" TEXT,
    "bytes" BIGINT,
    "sha256" TEXT,
    "failure" "BackupFailure",
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Backup_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Backup_fileName_key" ON "Backup"("fileName");
CREATE INDEX "Backup_startedAt_idx" ON "Backup"("startedAt");
ALTER TABLE "Backup" ADD CONSTRAINT "Backup_made_or_failed" CHECK (
  num_nonnulls("madeAt", "failure") = 1 AND num_nonnulls("fileName", "bytes", "sha256") = CASE WHEN "madeAt" IS NULL THEN 0 ELSE 3 END);
ALTER TABLE "Backup" ADD CONSTRAINT "Backup_removed_was_made" CHECK ("removedAt" IS NULL OR "madeAt" IS NOT NULL);

CREATE TABLE "Restoration" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "backupMadeAt" TIMESTAMP(3) NOT NULL,
    "fileName" TEXT NOT NULL,
    "heldMails" INTEGER NOT NULL,
    "heldNotices" INTEGER NOT NULL,
    "releasedAt" TIMESTAMP(3),
    "releasedById" TEXT,

    CONSTRAINT "Restoration_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Restoration_at_idx" ON "Restoration"("at");
ALTER TABLE "Restoration" ADD CONSTRAINT "Restoration_released_by_when" CHECK ("releasedById" IS NULL OR "releasedAt" IS NOT NULL);

-- What is held has its address until a person decided.
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_address_only_while_queued";
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_address_only_while_it_waits" CHECK ("address" IS NULL OR "status" IN ('queued', 'held'));
DROP TRIGGER mail_forgets_address ON "Mail";
CREATE TRIGGER mail_forgets_address BEFORE UPDATE ON "Mail" FOR EACH ROW
  WHEN (NEW."status" NOT IN ('queued', 'held') AND NEW."address" IS NOT NULL) EXECUTE FUNCTION forget_mail_address();

-- Whatever ends a permission stops what is held under it too.
CREATE OR REPLACE FUNCTION stop_mails_to_places() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Mail" SET "status" = 'cancelled' FROM "Outreach"
  WHERE "Mail"."outreachId" = "Outreach"."id" AND "Outreach"."consentId" = NEW."id"
    AND ("Mail"."status" IN ('queued', 'held', 'failed') OR "Mail"."status" = 'bounced' AND NOT "Mail"."mayHaveArrived");
  RETURN NULL;
END $$;
