import type { ReactNode } from "react";
import { renderMarkdown } from "@/lib/posts/markdown";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { Page } from "./page";

export type HousePageName = "about" | "editorialPolicy" | "editorialTeam" | "independence" | "ownership" | "privacy";

interface HousePageProps {
  locale: Locale;
  path: string;
  name: HousePageName;
  /** The values for placeholders such as `{name}` in the words. */
  values?: Record<string, number>;
  /** What the database knows, above the words. */
  first?: ReactNode;
  /** The anchor of the words, for links that lead past what stands above them. */
  proseId?: string;
  /** What the words speak of and the database knows, below them. */
  children?: ReactNode;
}

/** A page about the site itself: its words are Markdown in messages/, one text for each section. */
export async function HousePage({ locale, path, name, values, first, proseId, children }: HousePageProps) {
  const { title, lead, changedOn, sections } = messagesOf(locale).pages[name];
  const markdown = Object.values(sections).map((section) => `## ${section.title}\n\n${fill(section.body, values)}`);
  const { html } = await renderMarkdown(markdown.join("\n\n"), locale);
  const changed = getTranslator(locale, "pages")("changed", { date: formatDay(locale, changedOn) });
  return (
    <Page locale={locale} path={path}>
      <div className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        <p className="mt-4 text-lg text-muted">{lead}</p>
        {first}
        <div
          id={proseId}
          className={`prose ${first ? "mt-12" : "mt-8"} [&>h2:first-child]:mt-0`}
          dangerouslySetInnerHTML={{ __html: html }}
        />
        {children}
        <p className="mt-10 border-t border-line pt-4 text-sm text-muted">{changed}</p>
      </div>
    </Page>
  );
}

function fill(words: string, values: Record<string, number> | undefined): string {
  return words.replace(/\{(\w+)\}/g, (placeholder, key: string) => String(values?.[key] ?? placeholder));
}
