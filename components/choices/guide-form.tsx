import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { ANSWERS, answersFor, URGENCIES } from "@/lib/choices/guide";
import { nearOf } from "@/lib/search/asked";
import { MAX_NEAR_LENGTH, NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import { getTranslator, localizedPath, messagesOf, type Locale } from "@/lib/shared/i18n";
import { GuideQuestion, type GuideAnswer } from "./guide-question";

/**
 * An empty form for an answer that is never sent: it only changes the words on the page. Its button is disabled, or the
 * key Enter on that answer would send it.
 */
const NOT_SENT = "not-sent";

/** Plain questions, all on one page; each has the answer "not sure", which is selected first. */
export function GuideForm({ locale, filters }: { locale: Locale; filters: ListingFilters | null }) {
  const t = getTranslator(locale, "find");
  const { who, soon, pay, taking, setting, need } = messagesOf(locale).find.questions;
  const near = filters && nearOf(filters);
  const filled = answersFor(filters ?? NO_FILTERS);
  const radios = (words: Record<string, string>, advice: Record<string, string> = {}): GuideAnswer[] =>
    Object.entries(words).map(([value, label]) => ({ value, label, advice: advice[value] }));
  return (
    <>
      <form id={NOT_SENT} hidden>
        <input type="submit" disabled />
      </form>
      <form
        method="get"
        action={localizedPath(locale, "/find")}
        className="mt-8 grid max-w-prose gap-x-12 gap-y-8 lg:max-w-none lg:grid-cols-2 lg:grid-rows-[auto_auto_auto_1fr] lg:items-start"
      >
        <GuideQuestion
          name="who"
          form={NOT_SENT}
          title={who.title}
          hint={who.hint}
          answers={radios(who.answers, who.advice)}
          chosen={["unsure"]}
        />
        <GuideQuestion
          name="soon"
          title={soon.title}
          answers={radios(soon.answers, soon.advice).filter(({ value }) =>
            (URGENCIES as readonly string[]).includes(value),
          )}
          chosen={["unsure"]}
        />
        <GuideQuestion
          name="pay"
          title={pay.title}
          hint={pay.hint}
          answers={radios(pay.answers)}
          chosen={filled.pay.slice(0, 1)}
        />
        <GuideQuestion
          name="taking"
          title={taking.title}
          hint={taking.hint}
          answers={radios(taking.answers, taking.advice)}
          chosen={filled.taking.slice(0, 1)}
        />
        <GuideQuestion
          name="setting"
          title={setting.title}
          hint={setting.hint}
          answers={radios(setting.answers)}
          chosen={filled.setting.slice(0, 1)}
        />
        <div className="lg:row-span-2">
          <GuideQuestion
            name="need"
            type="checkbox"
            title={need.title}
            hint={need.hint}
            answers={Object.keys(ANSWERS.need).map((value) => ({
              value,
              label: need.answers[value as keyof typeof need.answers],
            }))}
            chosen={filled.need}
          />
        </div>
        <div className="grid justify-items-start gap-6">
          <div className="w-full">
            <TextField
              name="near"
              maxLength={MAX_NEAR_LENGTH}
              autoComplete="off"
              label={t("near")}
              hint={t("nearHint")}
              error={
                near && !near.start
                  ? getTranslator(locale, "choices.near")("unknown", { typed: near.typed })
                  : undefined
              }
              defaultValue={filters?.near ?? ""}
            />
          </div>
          <Button>{t("submit")}</Button>
        </div>
      </form>
    </>
  );
}
