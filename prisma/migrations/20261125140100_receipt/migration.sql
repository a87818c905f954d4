-- The person's receipt, and the one mail that outlives their data: the confirmation that it is gone.

ALTER TYPE "MailKind" ADD VALUE 'erasure';

ALTER TABLE "Inquiry" ADD COLUMN "receiptHash" TEXT;
CREATE UNIQUE INDEX "Inquiry_receiptHash_key" ON "Inquiry"("receiptHash");

ALTER TABLE "Mail" ADD COLUMN "address" TEXT;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_address_only_while_queued" CHECK ("address" IS NULL OR "status" = 'queued');

-- Sent or given up, whoever notes it: the address goes with the same statement.
CREATE FUNCTION forget_mail_address() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."address" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_forgets_address BEFORE UPDATE ON "Mail" FOR EACH ROW
  WHEN (NEW."status" <> 'queued' AND NEW."address" IS NOT NULL) EXECUTE FUNCTION forget_mail_address();
