import { Notice } from "@/components/ui/notice";
import type { PublishedMethod } from "@/lib/methods/types";
import type { Denominators as Figures } from "@/lib/denominators/types";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { formatDay, dayOf } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Denominators } from "../denominators";
import { MethodFormula } from "./formula";
import { MethodGates } from "./gates";
import { MethodGroups } from "./groups";
import { MethodIndependence, MethodLimits, MethodReading, MethodVersions } from "./notes";

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

const SECTIONS = ["gates", "groups", "formula", "bands", "limits", "independence", "versions"] as const;

/** The method as it computes scores: everything below is printed from its record. */
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
        <Contents locale={locale} />
      </div>
      <MethodGates locale={locale} method={definition} />
      <MethodGroups locale={locale} method={definition} />
      <MethodFormula
        locale={locale}
        method={definition}
        edition={edition}
        example={exampleEntry(edition?.entries ?? [])}
      />
      <MethodReading locale={locale} />
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
        <a href={localizedPath(locale, `/rankings/method/${other}`)} className="text-link">
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

function Contents({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "method");
  return (
    <nav aria-labelledby="contents-title" className="no-print">
      <h2 id="contents-title" className="font-sans text-base font-semibold">
        {t("contents")}
      </h2>
      <ul className="mt-1">
        {SECTIONS.map((section) => (
          <li key={section}>
            <a href={`#${section}`} className="text-link inline-flex min-h-11 items-center">
              {t(`${section}.title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The best example for the whole formula: the first place with something unknown, else the first of all. */
function exampleEntry(entries: readonly RankedProgram[]): RankedProgram | null {
  return entries.find(({ coverage }) => coverage < 1) ?? entries[0] ?? null;
}
