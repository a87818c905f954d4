-- Refused for good is not the same as given up: no further try will change it, another address may.
ALTER TYPE "MailStatus" ADD VALUE 'bounced';

-- As text, because a new value cannot be named in the transaction that adds it.
ALTER TABLE "Mail"
  ADD CONSTRAINT "Mail_bounce_has_code" CHECK ("status"::text <> 'bounced' OR "lastError" IS NOT NULL),
  ADD CONSTRAINT "Mail_error_is_a_code" CHECK ("lastError" ~ '^(E[A-Z]+|SMTP [2-5][0-9]{2}|DSN [45]\.[0-9]{1,3}\.[0-9]{1,3})$'),
  ADD CONSTRAINT "Mail_sent_has_time" CHECK ("status"::text <> 'sent' OR "sentAt" IS NOT NULL);
