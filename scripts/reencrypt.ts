// `npm run reencrypt`: encrypts again with the newest key what older keys encrypted, and says which keys are still
// needed. Run it after a new key was put first in ENCRYPTION_KEYS and site and worker were started again. You may stop
// it and run it again.
import { sealedCorrections } from "@/lib/corrections/sealed";
import { sealedNotes } from "@/lib/desk/sealed";
import { sealedInquiries } from "@/lib/inquiries/sealed";
import { sealedMails } from "@/lib/mails/sealed";
import { db } from "@/lib/server/db";
import { reencrypt } from "@/lib/server/reencryption";
import { sealedForms } from "@/lib/kept-forms/sealed";
import { requireSettings } from "./setup/settings-check";

requireSettings(["DATABASE_URL", "ENCRYPTION_KEYS"]);

for (const table of [sealedInquiries, sealedNotes, sealedMails, sealedCorrections, sealedForms]) {
  const { model, sealed, unreadable, keysInUse } = await reencrypt(table);
  const keys = Object.entries(keysInUse).map(([key, count]) => `${key}: ${count}`);
  console.log(`${model}: ${sealed} values sealed anew; values by key: ${keys.join(", ") || "none"}`);
  if (unreadable.length > 0) {
    console.error(`${model}: ${unreadable.length} rows do not open with any key of the ring: ${unreadable.join(", ")}`);
    process.exitCode = 1;
  }
}
await db.$disconnect();
