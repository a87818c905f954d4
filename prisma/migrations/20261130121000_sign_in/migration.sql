-- When a sign-in began and was last used, by the database's clock: the gate ends it by these, whatever a process's clock says.

ALTER TABLE "StaffLogin" ADD COLUMN "usedAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock();
CREATE FUNCTION note_login_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."createdAt" := utc_clock();
  NEW."usedAt" := NEW."createdAt";
  RETURN NEW;
END $$;
CREATE TRIGGER staff_login_has_begin BEFORE INSERT ON "StaffLogin" FOR EACH ROW EXECUTE FUNCTION note_login_begin();

-- Failed tries to sign in are counted from here on for the member, who says when they have read of them.
ALTER TABLE "StaffMember" ADD COLUMN "triesReadAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock();
