-- Who acted when it was no member of the team: the person themselves ("visitor"), or a part of the house by its name.
-- Events from before have neither, and stay so.
ALTER TABLE "AuditEvent" ADD COLUMN "actorName" TEXT;
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_has_one_actor" CHECK (num_nonnulls("actorId", "actorName") <= 1);
