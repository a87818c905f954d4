// Pages of the site as they are sent, drawn without a server.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "@/lib/shared/i18n";

/** How a visitor comes to a route. */
export interface PageVisit {
  params?: () => Record<string, string>;
  search?: () => Record<string, string | string[]>;
}

type PageModule = { default: (props: object) => Promise<ReactNode> };
const modules = import.meta.glob<PageModule>("../../app/[[]locale[]]/**/page.tsx");

/** @param route below app/[locale], such as "(reading)/rankings" */
export async function drawPage(route: string, locale: Locale, { params, search }: PageVisit): Promise<string> {
  const { default: page } = await modules[`../../app/[locale]/${route}/page.tsx`]!();
  const props = { params: Promise.resolve({ locale, ...params?.() }), searchParams: Promise.resolve(search?.() ?? {}) };
  return renderToStaticMarkup(await page(props));
}
