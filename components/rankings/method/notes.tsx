import type { PublishedMethod } from "@/lib/methods/types";
import type { Edition } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MethodSection } from "./section";
import { listDay } from "../list-day";

export function MethodReading({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "method.bands");
  return (
    <MethodSection id="bands" title={t("title")}>
      <div className="mt-2 max-w-prose space-y-3">
        {(["bands", "range", "ties"] as const).map((key) => (
          <p key={key}>{t(key)}</p>
        ))}
      </div>
    </MethodSection>
  );
}

export function MethodLimits({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "method.limits");
  return (
    <MethodSection id="limits" title={t("title")}>
      <ul className="mt-2 max-w-prose list-disc space-y-3 pl-5">
        {(["positions", "selfReport", "doubts", "age", "outcomes"] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </MethodSection>
  );
}

export function MethodIndependence({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "method.independence");
  return (
    <MethodSection id="independence" title={t("title")}>
      <p className="mt-2 max-w-prose">{t("text")}</p>
      <p>
        <a href={localizedPath(locale, "/independence")} className="text-link inline-flex min-h-11 items-center">
          {t("link")}
        </a>
      </p>
    </MethodSection>
  );
}

interface MethodVersionsProps {
  locale: Locale;
  method: PublishedMethod;
  /** The day it was published, in words. */
  date: string;
  edition: Edition | null;
}

export function MethodVersions({ locale, method, date, edition }: MethodVersionsProps) {
  const t = getTranslator(locale, "method.versions");
  return (
    <MethodSection id="versions" title={t("title")}>
      <p className="mt-2 max-w-prose text-muted">{t("lead")}</p>
      <h3 className="mt-4 font-sans text-base font-semibold">
        {t("version", { version: method.definition.version, date })}
      </h3>
      <p className="max-w-prose whitespace-pre-line">{method.changelog[locale]}</p>
      {edition && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          {t("edition", { number: edition.number, date: listDay(locale, edition) })}{" "}
          <code className="break-all">{edition.inputsChecksum}</code>
        </p>
      )}
      <p>
        <a
          href={localizedPath(locale, "/rankings/method/changelog")}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("changelog")}
        </a>
      </p>
      <p className="mt-1">
        <a href={localizedPath(locale, "/rankings/data")} className="text-link inline-flex min-h-11 items-center">
          {getTranslator(locale, "rankings")("dataLink")}
        </a>
      </p>
    </MethodSection>
  );
}
