-- The keys that this database was used with, so that wrong and missing ones are known.

CREATE TYPE "KeyKind" AS ENUM ('encryption', 'secret');

CREATE TABLE "KeyFingerprint" (
    "kind" "KeyKind" NOT NULL,
    "keyId" TEXT NOT NULL,
    "fingerprint" TEXT,
    "canary" TEXT,
    "firstSeenAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),
    "lostAt" TIMESTAMP(3),

    CONSTRAINT "KeyFingerprint_pkey" PRIMARY KEY ("kind", "keyId")
);
ALTER TABLE "KeyFingerprint"
  ADD CONSTRAINT "KeyFingerprint_is_16_hex_digits" CHECK ("fingerprint" ~ '^[0-9a-f]{16}$'),
  ADD CONSTRAINT "KeyFingerprint_is_known_or_lost" CHECK ("fingerprint" IS NOT NULL OR "lostAt" IS NOT NULL),
  ADD CONSTRAINT "KeyFingerprint_has_canary_when_it_seals" CHECK (
    ("canary" IS NOT NULL) = ("kind" = 'encryption' AND "fingerprint" IS NOT NULL));

-- An id means the same key for ever: a second key with a known id would make its values unreadable.
CREATE TRIGGER key_fingerprint_is_frozen BEFORE UPDATE OF "kind", "keyId", "fingerprint", "canary", "firstSeenAt" ON "KeyFingerprint"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
