import "server-only";
import { headers } from "next/headers";
import { isLocale, type Locale } from "@/lib/shared/i18n";

/** The admin area has one URL per page: its language is the one the browser asks for. */
export async function staffLocale(): Promise<Locale> {
  return preferredLocale((await headers()).get("accept-language"));
}

/** The first of our languages in an Accept-Language header, which lists them by preference; else English. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const asked = (acceptLanguage ?? "").split(",").map((range) => range.trim().slice(0, 2).toLowerCase());
  return asked.find(isLocale) ?? "en";
}
