import type { CrisisNumber } from "@/lib/settings/schema";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { CRISIS_NOTES, telUrl } from "@/lib/shared/crisis-lines";

interface CrisisBarProps {
  locale: Locale;
  numbers: CrisisNumber[];
  /** YYYY-MM-DD. */
  checkedOn: string;
}

/** How many numbers stand in the bar itself; all of them are a tap away. */
const IN_THE_BAR = 3;

/** Who to call now. First on every public page, so that a keyboard or a thumb reaches it first. */
export function CrisisBar({ locale, numbers, checkedOn }: CrisisBarProps) {
  const t = getTranslator(locale, "site.crisis");
  return (
    <section aria-label={t("label")} data-crisis-lines className="border-b border-line bg-sunken text-sm">
      <div className="shell flex flex-wrap items-start gap-x-2.5 sm:gap-x-4 lg:gap-x-6">
        {numbers.slice(0, IN_THE_BAR).map((number) => (
          <NumberLink key={number.key} locale={locale} number={number} words="max-lg:sr-only" />
        ))}
        <details className="no-print ml-auto open:basis-full">
          <summary className="inline-flex min-h-[44px] items-center font-semibold underline underline-offset-4">
            {t("more")}
          </summary>
          <ul className="grid gap-x-8 pb-3 sm:grid-cols-2">
            <li className="sm:col-span-2">
              <a
                href={localizedPath(locale, "/help-now")}
                className="text-link inline-flex min-h-11 items-center text-base font-semibold"
              >
                {t("helpNow")}
              </a>
            </li>
            {numbers.map((number) => (
              <li key={number.key}>
                <NumberLink locale={locale} number={number} />
                <NumberNote locale={locale} number={number} />
              </li>
            ))}
            <li className="text-muted">{t("checked", { date: formatDay(locale, checkedOn) })}</li>
          </ul>
        </details>
      </div>
    </section>
  );
}

interface NumberLinkProps {
  locale: Locale;
  number: CrisisNumber;
  /** How the words of what it is are shown. */
  words?: string;
}

function NumberLink({ locale, number, words = "" }: NumberLinkProps) {
  const t = getTranslator(locale, "site.crisis");
  return (
    <a
      href={telUrl(number)}
      className="inline-flex min-h-[44px] min-w-8 flex-wrap content-center items-center gap-x-1.5"
    >
      {/* A row holds it whole, but for text of double size on a small phone; the words give way. */}
      <strong className="tabular max-w-full shrink-0 text-base text-danger underline underline-offset-4">
        {number.number}
      </strong>{" "}
      <span className={`leading-snug ${words}`}>{t(number.key)}</span>
    </a>
  );
}

function NumberNote({ locale, number }: { locale: Locale; number: CrisisNumber }) {
  const t = getTranslator(locale, "site.crisis");
  const note = number.key in CRISIS_NOTES ? t(CRISIS_NOTES[number.key as keyof typeof CRISIS_NOTES]) : "";
  if (!note && !number.tty) return null;
  return (
    <p className="pb-2 leading-snug text-muted">
      {note}
      {note && number.tty && " · "}
      {number.tty && <span className="inline-block">{t("tty", { number: number.tty })}</span>}
    </p>
  );
}
