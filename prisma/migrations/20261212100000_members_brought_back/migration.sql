-- A member who was removed can be brought back for a while. Until then nobody signs in to the account.
ALTER TABLE "StaffMember" ADD COLUMN "removedAt" TIMESTAMP(3);
