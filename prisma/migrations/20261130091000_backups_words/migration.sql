-- A word that later statements use; PostgreSQL wants it committed first.
ALTER TYPE "MailStatus" ADD VALUE 'held' AFTER 'queued';
