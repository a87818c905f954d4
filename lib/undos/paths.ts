import { deskPath } from "@/lib/corrections/paths";
import { inquiryPath } from "@/lib/inquiries/paths";
import { recordPath } from "@/lib/versions/paths";
import type { UndoNoun } from "./types";

/** The page of a record that shows what was done to it last. */
export function undonePath(noun: UndoNoun, id: string): string {
  if (noun === "correction") return deskPath(id);
  return noun === "inquiry" ? inquiryPath(id) : recordPath({ noun, id });
}
