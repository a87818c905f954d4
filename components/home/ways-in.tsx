import type { CrisisNumber } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const WAYS = [
  { key: "find", path: "/find" },
  { key: "rankings", path: "/rankings" },
  { key: "listings", path: "/listings" },
  { key: "map", path: "/map" },
  { key: "contact", path: "/contact" },
] as const;

const CARD = "flex h-full flex-col rounded-lg border p-5";

/** The reasons why a person comes, with help right now among them. */
export function WaysIn({ locale, numbers }: { locale: Locale; numbers: CrisisNumber[] }) {
  const t = getTranslator(locale, "home.ways");
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title" className="sr-only">
        {t("title")}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {WAYS.map(({ key, path }) => (
          <li key={key}>
            <a
              href={localizedPath(locale, path)}
              className={`${CARD} group border-line bg-surface no-underline hover:border-accent hover:bg-accent-soft`}
            >
              <h3 className="text-xl text-accent group-hover:underline">
                {t(`${key}.title`)} <span aria-hidden="true">→</span>
              </h3>
              <p className="mt-2 text-sm">{t(`${key}.text`)}</p>
            </a>
          </li>
        ))}
        <li>
          <RightNow locale={locale} numbers={numbers} />
        </li>
      </ul>
    </section>
  );
}

function RightNow({ locale, numbers }: { locale: Locale; numbers: CrisisNumber[] }) {
  const t = getTranslator(locale, "home.ways.now");
  const emergency = numbers.find(({ key }) => key === "emergency");
  return (
    <div className={`${CARD} border-danger bg-danger-soft`}>
      <h3 className="text-xl">
        <a href={localizedPath(locale, "/help-now")} className="text-danger no-underline hover:underline">
          {t("title")} <span aria-hidden="true">→</span>
        </a>
      </h3>
      <p className="mt-2 text-sm">{t("text")}</p>
      {emergency && (
        <a
          href={`tel:${emergency.number.replaceAll("-", "")}`}
          className="mt-1 inline-flex min-h-11 items-center text-lg font-bold text-danger underline underline-offset-4"
        >
          {t("call", { number: emergency.number })}
        </a>
      )}
    </div>
  );
}
