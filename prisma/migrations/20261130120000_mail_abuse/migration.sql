-- Mails that anybody can cause with the form leave only so many an hour. A mail to the team or to a place never waits for it.

ALTER TABLE "Mail" ADD COLUMN "heldUntil" TIMESTAMP(3);
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_held_is_confirmation" CHECK ("heldUntil" IS NULL OR "kind" IN ('acknowledgement', 'erasure'));
