-- Mails that anybody can cause with the form leave only so many an hour. A mail to the team or to a place never waits for it.

ALTER TABLE "Mail" ADD COLUMN "pacedUntil" TIMESTAMP(3);
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_paced_is_confirmation" CHECK ("pacedUntil" IS NULL OR "kind" IN ('acknowledgement', 'erasure'));
