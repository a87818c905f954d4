import type { ReactNode } from "react";
import { renderMarkdown } from "@/lib/posts/markdown";
import type { CrisisNumber } from "@/lib/settings/schema";
import { telUrl } from "@/lib/shared/crisis-lines";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { Page } from "./page";

/** The only button of the site in a loud color. */
const CALL =
  "inline-flex min-h-14 w-full items-center justify-center rounded-md bg-danger px-10 text-xl font-semibold text-surface no-underline hover:underline sm:w-auto";

interface HelpNowProps {
  locale: Locale;
  numbers: CrisisNumber[];
  /** YYYY-MM-DD. */
  checkedOn: string;
}

/** What to do in an overdose: the call first, then the steps, then everything that can wait. */
export async function HelpNow({ locale, numbers, checkedOn }: HelpNowProps) {
  const t = getTranslator(locale, "pages.helpNow");
  const { steps, signs, more, sources } = messagesOf(locale).pages.helpNow;
  const emergency = numbers.find(({ key }) => key === "emergency");
  const lifeline = numbers.find(({ key }) => key === "lifeline");
  return (
    <Page locale={locale} path="/help-now">
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-3 text-lg">{t("lead")}</p>
        {emergency && (
          <p className="mt-5">
            <a href={telUrl(emergency)} className={CALL}>
              {t("call", { number: emergency.number })}
            </a>
          </p>
        )}
        {lifeline && <p className="mt-4">{t.rich("callOr", { number: lifeline.number, line: callLink(lifeline) })}</p>}
      </header>
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <Section locale={locale} {...steps} />
        <div className="space-y-10 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Section locale={locale} {...signs} />
          <Lines locale={locale} numbers={numbers} checkedOn={checkedOn} />
        </div>
        <div className="space-y-10">
          {[...Object.values(more), sources].map((section) => (
            <Section key={section.title} locale={locale} {...section} />
          ))}
        </div>
      </div>
      <Kept locale={locale} />
      <script src="/help-now.js" defer data-keep />
    </Page>
  );
}

/** What public/help-now.js shows once the browser has kept the page. */
function Kept({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "pages.helpNow.kept");
  return (
    <section
      hidden
      data-kept-page
      aria-labelledby="kept"
      className="no-print mt-12 max-w-prose border-t border-line pt-6"
    >
      <h2 id="kept" className="text-xl">
        {t("title")}
      </h2>
      <div data-kept="kept">
        <p className="mt-2">{t("text")}</p>
        <p className="mt-3">
          <button type="button" className="text-link inline-flex min-h-11 items-center font-semibold">
            {t("remove")}
          </button>
        </p>
      </div>
      <p hidden data-kept="removed" tabIndex={-1} className="mt-2">
        {t("removed")}
      </p>
    </section>
  );
}

async function Section({ locale, title, body }: { locale: Locale; title: string; body: string }) {
  const { html } = await renderMarkdown(`## ${title}\n\n${body}`, locale);
  return <section className="prose [&>h2]:mt-0" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Lines({ locale, numbers, checkedOn }: HelpNowProps) {
  const t = getTranslator(locale, "pages.helpNow.numbers");
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers" className="text-2xl">
        {t("title")}
      </h2>
      <dl className="mt-3 divide-y divide-line border-y border-line">
        {numbers.map((number) => (
          <Line key={number.key} locale={locale} number={number} />
        ))}
      </dl>
      <p className="mt-2 text-sm text-muted">{t("checked", { date: formatDay(locale, checkedOn) })}</p>
    </section>
  );
}

function Line({ locale, number }: { locale: Locale; number: CrisisNumber }) {
  const t = getTranslator(locale, "pages.helpNow.numbers.notes");
  const words = getTranslator(locale, "site.crisis");
  return (
    <div className="py-2">
      <dt className="flex min-h-11 items-center text-lg">{callLink(number)(number.number)}</dt>
      <dd className="pb-1">
        <span className="font-semibold">{words(number.key)}.</span> {t(number.key)}{" "}
        {number.tty && <span className="inline-block">{words("tty", { number: number.tty })}</span>}
      </dd>
    </div>
  );
}

function callLink(number: CrisisNumber) {
  return (words: ReactNode) => (
    <a key={number.key} href={telUrl(number)} className="text-link tabular py-2 font-semibold">
      {words}
    </a>
  );
}
