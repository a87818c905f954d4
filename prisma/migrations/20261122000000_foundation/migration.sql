-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Source" AS ENUM ('samhsa', 'dhcs', 'staff');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'year');

-- CreateEnum
CREATE TYPE "PublicationStatus" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "ListingKind" AS ENUM ('opioid_treatment_program', 'outpatient', 'residential', 'hospital');

-- CreateEnum
CREATE TYPE "PositionSource" AS ENUM ('dhcs', 'zip_centroid', 'staff');

-- CreateEnum
CREATE TYPE "MatchMethod" AS ENUM ('address', 'phone_zip');

-- CreateEnum
CREATE TYPE "RedirectSubject" AS ENUM ('listing', 'post');

-- CreateEnum
CREATE TYPE "MethodStatus" AS ENUM ('draft', 'reviewed', 'published');

-- CreateEnum
CREATE TYPE "CreditRole" AS ENUM ('author', 'editor', 'medical_reviewer', 'translator');

-- CreateEnum
CREATE TYPE "InquiryStatus" AS ENUM ('new', 'in_progress', 'waiting', 'done', 'spam');

-- CreateEnum
CREATE TYPE "ConsentScope" AS ENUM ('any_listed', 'named');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('team_notice', 'acknowledgement');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('admin', 'editor', 'outreach');

-- CreateTable
CREATE TABLE "SourceEdition" (
    "id" UUID NOT NULL,
    "source" "Source" NOT NULL,
    "edition" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "asOfPrecision" "DatePrecision" NOT NULL,
    "fileName" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "county" TEXT NOT NULL DEFAULT '',
    "rowCount" INTEGER NOT NULL,
    "importedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceRecord" (
    "id" UUID NOT NULL,
    "sourceEditionId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "SourceRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "PublicationStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "siteKey" TEXT,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "street" TEXT NOT NULL,
    "street2" TEXT,
    "city" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "county" TEXT,
    "phone" TEXT,
    "phoneExtension" TEXT,
    "intakePhones" TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "positionSource" "PositionSource",
    "kind" "ListingKind" NOT NULL,
    "staffFields" TEXT[],
    "closedOn" DATE,
    "closedReason" TEXT,
    "exemptionReason" TEXT,
    "exemptionUrl" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactSheet" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "source" "Source" NOT NULL,
    "sourceEditionId" UUID,
    "asOf" DATE NOT NULL,
    "asOfPrecision" "DatePrecision" NOT NULL,
    "yes" TEXT[],
    "no" TEXT[],
    "unknown" TEXT[],
    "unrecognised" TEXT[],
    "evidence" TEXT,
    "staffMemberId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "License" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "sourceEditionId" UUID NOT NULL,
    "facilityName" TEXT NOT NULL,
    "legalEntity" TEXT,
    "street" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "zip" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "phone" TEXT,
    "isLicensed" BOOLEAN NOT NULL,
    "isCertified" BOOLEAN NOT NULL,
    "offersDetox" BOOLEAN NOT NULL,
    "settingCode" TEXT NOT NULL,
    "expiresOn" DATE,
    "capacity" INTEGER,
    "targetPopulation" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "License_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicenseMatch" (
    "id" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "licenseId" UUID NOT NULL,
    "method" "MatchMethod" NOT NULL,
    "doubtful" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "LicenseMatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlugRedirect" (
    "subject" "RedirectSubject" NOT NULL,
    "fromSlug" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlugRedirect_pkey" PRIMARY KEY ("subject","fromSlug")
);

-- CreateTable
CREATE TABLE "RankingMethod" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "MethodStatus" NOT NULL DEFAULT 'draft',
    "definition" JSONB NOT NULL,
    "changelog" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RankingMethod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RankingEdition" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "methodId" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "computedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "inputsChecksum" TEXT NOT NULL,
    "prior" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "RankingEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RankingEntry" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "band" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "coverage" DOUBLE PRECISION NOT NULL,
    "kind" "ListingKind" NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "RankingEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RankingExclusion" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "listingId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "RankingExclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "PublicationStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "publishedOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelatedQuestion" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "RelatedQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostCredit" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "CreditRole" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "PostCredit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostReference" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "year" INTEGER,
    "url" TEXT NOT NULL,
    "checkedOn" DATE,

    CONSTRAINT "PostReference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inquiry" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "status" "InquiryStatus" NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "message" TEXT NOT NULL,
    "emailHash" TEXT,
    "phoneHash" TEXT,
    "suspectedSpam" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "inquiryId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "scope" "ConsentScope" NOT NULL DEFAULT 'any_listed',
    "givenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "inquiryId" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "StaffRole" NOT NULL DEFAULT 'editor',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffLogin" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "staffMemberId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffLogin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffVerification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StaffVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "checkedOn" DATE NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WorkerHeartbeat" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkerHeartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "_PostToTag" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "SourceEdition_source_edition_checksum_county_key" ON "SourceEdition"("source", "edition", "checksum", "county");

-- CreateIndex
CREATE INDEX "SourceRecord_key_idx" ON "SourceRecord"("key");

-- CreateIndex
CREATE UNIQUE INDEX "SourceRecord_sourceEditionId_line_key" ON "SourceRecord"("sourceEditionId", "line");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_slug_key" ON "Listing"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_siteKey_key" ON "Listing"("siteKey");

-- CreateIndex
CREATE INDEX "Listing_county_status_idx" ON "Listing"("county", "status");

-- CreateIndex
CREATE INDEX "Listing_zip_idx" ON "Listing"("zip");

-- CreateIndex
CREATE INDEX "Listing_phone_idx" ON "Listing"("phone");

-- CreateIndex
CREATE INDEX "FactSheet_sourceEditionId_idx" ON "FactSheet"("sourceEditionId");

-- CreateIndex
CREATE UNIQUE INDEX "FactSheet_listingId_source_asOf_key" ON "FactSheet"("listingId", "source", "asOf");

-- CreateIndex
CREATE UNIQUE INDEX "License_number_key" ON "License"("number");

-- CreateIndex
CREATE INDEX "License_zip_idx" ON "License"("zip");

-- CreateIndex
CREATE INDEX "LicenseMatch_licenseId_idx" ON "LicenseMatch"("licenseId");

-- CreateIndex
CREATE UNIQUE INDEX "LicenseMatch_listingId_licenseId_key" ON "LicenseMatch"("listingId", "licenseId");

-- CreateIndex
CREATE INDEX "SlugRedirect_subjectId_idx" ON "SlugRedirect"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "RankingMethod_version_key" ON "RankingMethod"("version");

-- CreateIndex
CREATE UNIQUE INDEX "RankingEdition_number_key" ON "RankingEdition"("number");

-- CreateIndex
CREATE INDEX "RankingEntry_listingId_idx" ON "RankingEntry"("listingId");

-- CreateIndex
CREATE UNIQUE INDEX "RankingEntry_editionId_listingId_key" ON "RankingEntry"("editionId", "listingId");

-- CreateIndex
CREATE UNIQUE INDEX "RankingEntry_editionId_position_key" ON "RankingEntry"("editionId", "position");

-- CreateIndex
CREATE INDEX "RankingExclusion_listingId_idx" ON "RankingExclusion"("listingId");

-- CreateIndex
CREATE UNIQUE INDEX "RankingExclusion_editionId_listingId_key" ON "RankingExclusion"("editionId", "listingId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_slug_key" ON "Post"("slug");

-- CreateIndex
CREATE INDEX "Post_status_publishedOn_idx" ON "Post"("status", "publishedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_name_key" ON "Tag"("name");

-- CreateIndex
CREATE UNIQUE INDEX "RelatedQuestion_postId_position_key" ON "RelatedQuestion"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PostCredit_postId_position_key" ON "PostCredit"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PostReference_postId_position_key" ON "PostReference"("postId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_reference_key" ON "Inquiry"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Inquiry_idempotencyKey_key" ON "Inquiry"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Inquiry_status_createdAt_idx" ON "Inquiry"("status", "createdAt");

-- CreateIndex
CREATE INDEX "Inquiry_emailHash_idx" ON "Inquiry"("emailHash");

-- CreateIndex
CREATE INDEX "Inquiry_phoneHash_idx" ON "Inquiry"("phoneHash");

-- CreateIndex
CREATE UNIQUE INDEX "Consent_inquiryId_key" ON "Consent"("inquiryId");

-- CreateIndex
CREATE INDEX "Mail_status_createdAt_idx" ON "Mail"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_inquiryId_kind_key" ON "Mail"("inquiryId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_email_key" ON "StaffMember"("email");

-- CreateIndex
CREATE UNIQUE INDEX "StaffLogin_token_key" ON "StaffLogin"("token");

-- CreateIndex
CREATE INDEX "StaffLogin_staffMemberId_idx" ON "StaffLogin"("staffMemberId");

-- CreateIndex
CREATE INDEX "StaffAccount_staffMemberId_idx" ON "StaffAccount"("staffMemberId");

-- CreateIndex
CREATE INDEX "StaffVerification_identifier_idx" ON "StaffVerification"("identifier");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_at_idx" ON "AuditEvent"("subjectType", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "_PostToTag_B_index" ON "_PostToTag"("B");

-- AddForeignKey
ALTER TABLE "SourceRecord" ADD CONSTRAINT "SourceRecord_sourceEditionId_fkey" FOREIGN KEY ("sourceEditionId") REFERENCES "SourceEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactSheet" ADD CONSTRAINT "FactSheet_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactSheet" ADD CONSTRAINT "FactSheet_sourceEditionId_fkey" FOREIGN KEY ("sourceEditionId") REFERENCES "SourceEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "License" ADD CONSTRAINT "License_sourceEditionId_fkey" FOREIGN KEY ("sourceEditionId") REFERENCES "SourceEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenseMatch" ADD CONSTRAINT "LicenseMatch_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenseMatch" ADD CONSTRAINT "LicenseMatch_licenseId_fkey" FOREIGN KEY ("licenseId") REFERENCES "License"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingEdition" ADD CONSTRAINT "RankingEdition_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "RankingMethod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingEntry" ADD CONSTRAINT "RankingEntry_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "RankingEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingEntry" ADD CONSTRAINT "RankingEntry_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingExclusion" ADD CONSTRAINT "RankingExclusion_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "RankingEdition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingExclusion" ADD CONSTRAINT "RankingExclusion_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedQuestion" ADD CONSTRAINT "RelatedQuestion_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostCredit" ADD CONSTRAINT "PostCredit_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostReference" ADD CONSTRAINT "PostReference_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_inquiryId_fkey" FOREIGN KEY ("inquiryId") REFERENCES "Inquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffLogin" ADD CONSTRAINT "StaffLogin_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAccount" ADD CONSTRAINT "StaffAccount_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the schema language cannot say. -------------------------------------------------------------------------------

ALTER TABLE "Listing"
  ADD CONSTRAINT "Listing_zip_is_five_digits" CHECK ("zip" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT "Listing_phone_is_e164" CHECK ("phone" IS NULL OR "phone" ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "Listing_position_is_whole" CHECK (
    ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("positionSource" IS NULL)),
  ADD CONSTRAINT "Listing_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "Post"
  ADD CONSTRAINT "Post_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Post_published_has_date" CHECK ("status" <> 'published' OR "publishedOn" IS NOT NULL);

-- A sheet cannot say yes and no to the same question.
ALTER TABLE "FactSheet"
  ADD CONSTRAINT "FactSheet_yes_is_not_no" CHECK (NOT ("yes" && "no") AND NOT ("yes" && "unknown") AND NOT ("no" && "unknown")),
  ADD CONSTRAINT "FactSheet_staff_has_evidence" CHECK ("source" <> 'staff' OR ("evidence" IS NOT NULL AND "staffMemberId" IS NOT NULL));

ALTER TABLE "Inquiry"
  ADD CONSTRAINT "Inquiry_can_be_answered" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL),
  ADD CONSTRAINT "Inquiry_reference_is_plain" CHECK ("reference" ~ '^BHR-[2-9A-HJ-NP-Z]{6}$');

ALTER TABLE "WorkerHeartbeat" ADD CONSTRAINT "WorkerHeartbeat_is_one_row" CHECK ("id" = 1);

ALTER TABLE "RankingEntry"
  ADD CONSTRAINT "RankingEntry_score_in_interval" CHECK (
    "low" >= 0 AND "high" <= 100 AND "low" <= "high" AND "score" BETWEEN 0 AND 100 AND "coverage" BETWEEN 0 AND 1);

-- Records that must stay as they were written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER source_record_is_frozen BEFORE UPDATE ON "SourceRecord" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_edition_is_frozen BEFORE UPDATE OR DELETE ON "RankingEdition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_entry_is_frozen BEFORE UPDATE OR DELETE ON "RankingEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_exclusion_is_frozen BEFORE UPDATE OR DELETE ON "RankingExclusion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER published_method_is_frozen BEFORE UPDATE OR DELETE ON "RankingMethod" FOR EACH ROW
  WHEN (OLD."status" = 'published') EXECUTE FUNCTION refuse_change();

-- A consent's words, time and scope stand; only its withdrawal is added, once. Erasing the inquiry erases it too.
CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL
     OR (to_jsonb(NEW) - 'withdrawnAt') IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawnAt') THEN
    RAISE EXCEPTION 'Consent is frozen: only a withdrawal may be added' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consent_is_frozen BEFORE UPDATE ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();
