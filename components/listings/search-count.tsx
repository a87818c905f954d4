import type { Count } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** By an option (`.option`): "154", or "154+" for at least so many; in full words for a screen reader. */
export function CountMark({ locale, count }: { locale: Locale; count: Count | undefined }) {
  const t = getTranslator(locale, "filters");
  const { value, isAtLeast } = count ?? { value: 0, isAtLeast: false };
  return (
    <span>
      <span aria-hidden="true">
        {value.toLocaleString("en-US")}
        {isAtLeast && "+"}
      </span>
      <span className="sr-only">, {t(isAtLeast ? "optionAtLeast" : "optionCount", { count: value })}</span>
    </span>
  );
}
