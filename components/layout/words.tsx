"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import type { Locale, Messages } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";

interface WordsProps {
  locale: Locale;
  /** Only what the client components below need: everything passed here is sent to the browser. */
  messages: { [Area in keyof Messages]?: Partial<Messages[Area]> };
  children: ReactNode;
}

/** Gives the client components below their words (`useTranslations`). */
export function Words({ locale, messages, children }: WordsProps) {
  return (
    <IntlProvider locale={LANGUAGE_TAG[locale]} messages={messages as Messages} timeZone="America/Los_Angeles">
      {children}
    </IntlProvider>
  );
}
