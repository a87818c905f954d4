// `npm run reencrypt`: after a new key was put first in ENCRYPTION_KEYS and the site and worker were started again, seals
// anew what older keys sealed, and says which keys are still needed. May be stopped and run again.
import { sealedCorrections } from "@/lib/corrections/sealed";
import { sealedNotes } from "@/lib/desk/sealed";
import { sealedInquiries } from "@/lib/inquiries/sealed";
import { sealedMails } from "@/lib/mails/sealed";
import { db } from "@/lib/server/db";
import { reencrypt } from "@/lib/server/reencryption";
import { sealedForms } from "@/lib/staff/kept";
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
