import { Notice } from "@/components/ui/notice";
import type { EditionHead } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { staysText } from "./stability-words";

interface CautionProps {
  locale: Locale;
  edition: Pick<EditionHead, "number" | "stability">;
}

/** How little single positions mean, with the figures of the edition's own test. Beside every ordered list. */
export function Caution({ locale, edition: { number, stability } }: CautionProps) {
  const t = getTranslator(locale, "rankings.caution");
  const test = getTranslator(locale, "rankings.stability");
  const stays = stability && staysText(locale, stability);
  return (
    <Notice title={t("title")}>
      <p>{stays ? t("tested", { stays, spread: stability.spread, runs: stability.runs }) : t("text")}</p>
      <p className="mt-2">{t("fit")}</p>
      {stays && (
        <p>
          <a
            href={localizedPath(locale, `/rankings/editions/${number}#stability`)}
            className="text-link inline-flex min-h-11 items-center"
          >
            {test("link")}
          </a>
        </p>
      )}
    </Notice>
  );
}
