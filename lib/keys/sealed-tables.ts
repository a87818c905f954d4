import "server-only";
import { sealedCorrections } from "@/lib/corrections/sealed";
import { sealedNotes } from "@/lib/desk/sealed";
import { sealedInquiries } from "@/lib/inquiries/sealed";
import { sealedForms } from "@/lib/kept-forms/sealed";
import { sealedMails } from "@/lib/mails/sealed";
import type { SealedTable } from "@/lib/server/reencryption";

/** Everything that is encrypted. A test finds every file that encrypts, and looks for it here. */
export const SEALED_TABLES: readonly SealedTable[] = [
  sealedInquiries,
  sealedNotes,
  sealedMails,
  sealedCorrections,
  sealedForms,
];
