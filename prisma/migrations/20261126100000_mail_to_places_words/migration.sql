-- Words of their own first: a new value cannot be used in the transaction that adds it.

ALTER TYPE "MailKind" ADD VALUE 'outreach';
ALTER TYPE "MailStatus" ADD VALUE 'cancelled';
CREATE TYPE "OutreachTemplate" AS ENUM ('ask_room', 'introduce');
