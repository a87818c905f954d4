import type { AdminError } from "@/lib/staff/types";

interface Version {
  id: string;
  locale: string;
}

interface Linked extends Version {
  /** Its original; null for one that is an original itself. */
  translatesId: string | null;
  translations: readonly Version[];
}

export type TranslationFault = Partial<Record<"locale" | "translatesId", AdminError>>;

/**
 * Why a post cannot be in its language and a translation of that original; null when it can. The database refuses the
 * same.
 * @param original null when there is no post with the id `translatesId`
 */
export function translationFault(post: Linked, original: Linked | null): TranslationFault | null {
  if (post.translations.some(({ locale }) => locale === post.locale)) return { locale: "localeOfTranslation" };
  if (post.translatesId === null) return null;
  if (post.translations.length > 0) return { translatesId: "originalHasTranslation" };
  if (!original || original.translatesId !== null || original.locale === post.locale)
    return { translatesId: "originalOther" };
  const isTaken = original.translations.some(({ id, locale }) => id !== post.id && locale === post.locale);
  return isTaken ? { translatesId: "originalTaken" } : null;
}
