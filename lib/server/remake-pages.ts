import "server-only";
import { revalidatePath } from "next/cache";
import { LOCALES } from "@/lib/shared/i18n";
import { keptPagesOf, type KeptChange } from "@/lib/shared/kept-pages";

/**
 * Marks every cached page that shows the change, so that it is made again at its next visit.
 * @param own English paths of the pages that are about what changed
 */
export function remakePages(change: KeptChange, own: readonly string[] = []): void {
  for (const page of keptPagesOf(change)) revalidatePath(page, "page");
  for (const path of own) for (const locale of LOCALES) revalidatePath(`/${locale}${path}`);
}
