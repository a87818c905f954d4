import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface SectionWords {
  title: string;
  lead: string;
}

/** What a section of a method is called and says first; null when the method has no such section. */
export function sectionWords(locale: Locale, { groups }: RankingMethod, section: string): SectionWords | null {
  const t = getTranslator(locale, "method");
  if (section === "gates" || section === "formula") return { title: t(`${section}.title`), lead: t(`${section}.lead`) };
  const group = groups.find(({ key }) => key === section);
  return group ? { title: group.name[locale], lead: group.explanation[locale] } : null;
}
