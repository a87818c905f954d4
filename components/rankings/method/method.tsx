import { Notice } from "@/components/ui/notice";
import { methodPath, sectionPath } from "@/lib/methods/paths";
import type { PublishedMethod } from "@/lib/methods/types";
import type { Denominators as Figures } from "@/lib/denominators/types";
import { TOTAL_WEIGHT, type RankingMethod } from "@/lib/rankings/schema";
import type { Edition } from "@/lib/rankings/types";
import { formatDay, dayOf } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Denominators } from "../denominators";
import { MethodIndependence, MethodLimits, MethodVersions } from "./notes";
import { MethodSection } from "./section";
import { WeightBars } from "./weight-bars";

interface MethodProps {
  locale: Locale;
  method: PublishedMethod;
  /** The newest one it computed; null when it has computed none yet. */
  edition: Edition | null;
  /** The version that computed the newest ranking. */
  currentVersion: number;
  /** The newest published version: in force from the next edition when it is not the current one. */
  newestVersion: number;
  /** Null before the first edition. */
  denominators: Figures | null;
}

/** What the method comes to, printed from the record that computes scores; its sections have pages of their own. */
export function Method({ locale, method, edition, currentVersion, newestVersion, denominators }: MethodProps) {
  const t = getTranslator(locale, "method");
  const { definition, publishedAt } = method;
  const { version } = definition;
  const isCurrent = version === currentVersion;
  const date = publishedAt ? formatDay(locale, dayOf(publishedAt)) : "";
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{t(isCurrent ? "title" : "titleOther", { version })}</h1>
        <p className="mt-4 text-lg">{t(isCurrent ? "lead" : "leadOther", { version, date })}</p>
        <OtherVersion locale={locale} version={version} current={currentVersion} newest={newestVersion} />
      </header>
      <div className="mt-8 grid gap-8 lg:grid-cols-[3fr_2fr] lg:gap-12">
        <InShort locale={locale} />
        <Gates locale={locale} method={definition} />
      </div>
      <Points locale={locale} method={definition} />
      <Score locale={locale} method={definition} />
      <MethodLimits locale={locale} />
      {denominators && <Denominators locale={locale} figures={denominators} />}
      <MethodIndependence locale={locale} />
      <MethodVersions locale={locale} method={method} date={date} edition={edition} />
    </>
  );
}

/** Which version computes the ranking now or soon, when it is not the one on the page. */
function OtherVersion({
  locale,
  version,
  current,
  newest,
}: Record<"version" | "current" | "newest", number> & { locale: Locale }) {
  const t = getTranslator(locale, "method.other");
  const other = version === current ? newest : current;
  if (other === version) return null;
  return (
    <div className="mt-4">
      <Notice>
        {t(version === current ? "next" : "current", { version: other })}{" "}
        <a href={localizedPath(locale, methodPath(other))} className="text-link">
          {t("read", { version: other })}
        </a>
      </Notice>
    </div>
  );
}

function InShort({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "method.short");
  return (
    <section aria-labelledby="short-title" className="rounded-lg bg-accent-soft p-6">
      <h2 id="short-title" className="text-xl">
        {t("title")}
      </h2>
      <ul className="mt-3 list-disc space-y-2 pl-5">
        {(["one", "two", "three", "four"] as const).map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What a place needs, by name. */
function Gates({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method");
  const { treatsOpioidUseDisorder, authorized, open, enoughKnown } = method.gates;
  return (
    <section id="gates" aria-labelledby="gates-title">
      <h2 id="gates-title" className="text-xl">
        {t("gates.title")}
      </h2>
      <ol className="mt-2 list-decimal space-y-1 pl-5">
        {[treatsOpioidUseDisorder, authorized, open, enoughKnown].map(({ name }) => (
          <li key={name.en}>{name[locale]}</li>
        ))}
      </ol>
      <Whole locale={locale} path={sectionPath(method.version, "gates")} words={t("gates.whole")} />
    </section>
  );
}

/** Every group and criterion with its points. */
function Points({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method.groups");
  const counts = {
    total: TOTAL_WEIGHT,
    groups: method.groups.length,
    criteria: method.groups.flatMap(({ criteria }) => criteria).length,
  };
  return (
    <MethodSection id="groups" title={t("title")}>
      <p className="mt-2 max-w-prose text-muted">{t("lead", counts)}</p>
      <div className="mt-5">
        <WeightBars locale={locale} method={method} hasCriteria />
      </div>
    </MethodSection>
  );
}

/** How points become a score and a place in the list, in three sentences. */
function Score({ locale, method }: { locale: Locale; method: RankingMethod }) {
  const t = getTranslator(locale, "method");
  return (
    <MethodSection id="formula" title={t("formula.title")}>
      <p className="mt-2 max-w-prose">{t("formula.lead")}</p>
      <p id="bands" className="mt-3 max-w-prose">
        {t("bands.bands")}
      </p>
      <Whole locale={locale} path={sectionPath(method.version, "formula")} words={t("formula.whole")} />
    </MethodSection>
  );
}

function Whole({ locale, path, words }: { locale: Locale; path: string; words: string }) {
  return (
    <p>
      <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
        {words}
      </a>
    </p>
  );
}
