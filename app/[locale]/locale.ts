import { notFound } from "next/navigation";
import { isLocale, type Locale } from "@/lib/shared/i18n";

/** The language of a page's URL. A first segment that is no language leads to no page of ours. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : notFound();
}
