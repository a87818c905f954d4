-- What a staff form had in it when its session had ended, and which acts were done already.

-- Sealed, bound to whoever opened the page, gone with them and after hours (the writer removes what is older).
CREATE TABLE "KeptForm" (
    "id" UUID NOT NULL,
    "staffMemberId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- The newest words of a form stand for it.
CREATE UNIQUE INDEX "KeptForm_staffMemberId_path_form_key" ON "KeptForm"("staffMemberId", "path", "form");
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_staffMemberId_fkey" FOREIGN KEY ("staffMemberId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One press of a button that makes something: pressed twice, it is one act.
CREATE TABLE "FormAct" (
    "id" TEXT NOT NULL,
    "madeId" TEXT,
    "doneAt" TIMESTAMP(3) NOT NULL DEFAULT utc_clock(),

    CONSTRAINT "FormAct_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "FormAct_doneAt_idx" ON "FormAct"("doneAt");
