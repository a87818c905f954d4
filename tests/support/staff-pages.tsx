// Pages of the desk as they are sent, drawn without a server.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Words } from "@/components/layout/words";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { browser } from "./staff-request";
import { as, type Person } from "./two-staff-members";

type Query = Record<string, string | string[]>;
export type StaffPage = (props: { params: Promise<object>; searchParams: Promise<Query> }) => Promise<ReactNode>;

/**
 * A page as one of the two members reads it.
 * @param search the query of its URL
 */
export async function drawStaffPage(
  person: Person,
  page: StaffPage,
  locale: Locale,
  search: Query = {},
): Promise<string> {
  browser.headers.set("accept-language", locale);
  const shown = await as(person, () => page({ params: Promise.resolve({}), searchParams: Promise.resolve(search) }));
  if (!("answer" in shown)) throw new Error("The page was not shown.");
  const { admin } = messagesOf(locale);
  return renderToStaticMarkup(
    <Words locale={locale} messages={{ admin }}>
      {shown.answer}
    </Words>,
  );
}
