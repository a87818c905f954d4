import { Notice } from "@/components/ui/notice";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** How little single positions mean: beside every list that is in order. */
export function Caution({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "rankings.caution");
  return (
    <Notice title={t("title")}>
      <p>{t("text")}</p>
      <p className="mt-2">{t("fit")}</p>
    </Notice>
  );
}
