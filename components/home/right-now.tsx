import type { CrisisNumber } from "@/lib/settings/schema";
import { telUrl } from "@/lib/shared/crisis-lines";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** For whoever sits beside somebody who may be dying: the call, and what to do. */
export function RightNow({ locale, numbers }: { locale: Locale; numbers: CrisisNumber[] }) {
  const t = getTranslator(locale, "home.now");
  const emergency = numbers.find(({ key }) => key === "emergency");
  return (
    <section
      aria-labelledby="now-title"
      className="rounded-md border border-l-4 border-danger bg-danger-soft px-3 py-1.5 sm:px-4"
    >
      <h2 id="now-title" className="text-lg leading-snug">
        {t("title")}
      </h2>
      <p className="flex flex-wrap gap-x-5">
        {emergency && (
          <a
            href={telUrl(emergency)}
            className="inline-flex min-h-11 items-center font-bold text-danger underline underline-offset-4"
          >
            {t("call", { number: emergency.number })}
          </a>
        )}
        <a
          href={localizedPath(locale, "/help-now")}
          className="inline-flex min-h-11 items-center font-semibold text-danger underline underline-offset-4"
        >
          {t("what")}
        </a>
      </p>
    </section>
  );
}
