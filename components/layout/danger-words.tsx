import { getTranslator, type Locale } from "@/lib/shared/i18n";

const NUMBERS = /\b(911|988)\b/;

/** Whom to call when somebody is in danger, on a page that leads nowhere: each number in it dials. */
export function DangerWords({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "pages.missing");
  return t("danger")
    .split(NUMBERS)
    .map((part, at) =>
      at % 2 === 1 ? (
        <a key={part} href={`tel:${part}`} className="font-bold text-danger underline underline-offset-4">
          {part}
        </a>
      ) : (
        part
      ),
    );
}
