import type { ReactNode } from "react";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface StatementProps {
  locale: Locale;
  label: string;
  /** What was stated; nothing when nobody has stated it. */
  children: ReactNode;
}

/** One thing that somebody states of themselves, or that it is not stated yet. */
export function Statement({ locale, label, children }: StatementProps) {
  const words = children ?? <span className="text-muted">{getTranslator(locale, "pages")("notStated")}</span>;
  return (
    <div className="py-3">
      <dt className="font-semibold">{label}</dt>
      <dd className="mt-1 wrap-anywhere whitespace-pre-line">{words}</dd>
    </div>
  );
}
