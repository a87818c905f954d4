import { Back } from "@/components/ui/arrows";
import { METHOD_PATH, methodPath } from "@/lib/methods/paths";
import type { MethodVersion } from "@/lib/methods/types";
import { formatDay, dayOf } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MethodChanges } from "./changes";

/** Every published version, newest first: when, reviewed how, what changed and why. */
export function MethodChangelog({ locale, versions }: { locale: Locale; versions: MethodVersion[] }) {
  const t = getTranslator(locale, "method.changelog");
  return (
    <>
      <header className="max-w-prose">
        <p className="no-print text-sm">
          <a href={localizedPath(locale, METHOD_PATH)} className="text-link inline-flex min-h-11 items-center">
            <Back>{t("back")}</Back>
          </a>
        </p>
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-4 text-lg">{t("lead")}</p>
      </header>
      {versions.length === 0 && <p className="mt-8">{t("none")}</p>}
      {versions.map((version) => (
        <Version key={version.version} locale={locale} method={version} />
      ))}
    </>
  );
}

function Version({ locale, method }: { locale: Locale; method: MethodVersion }) {
  const t = getTranslator(locale, "method.changelog");
  const { version, publishedAt, review, changelog, changes } = method;
  const id = `version-${version}`;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10 border-t border-line pt-6">
      <h2 id={`${id}-title`} className="text-2xl">
        {t("version", { version })}
      </h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        {publishedAt && t("published", { date: formatDay(locale, dayOf(publishedAt)) })}{" "}
        {review.by === "second_staff_member"
          ? t("reviewed", { date: formatDay(locale, dayOf(review.at)) })
          : t("notReviewed")}
      </p>
      <p className="mt-3 max-w-prose whitespace-pre-line">{changelog[locale]}</p>
      {version > 1 && (
        <>
          <h3 className="mt-4 mb-1 font-sans text-base font-semibold">{t("changes", { version: version - 1 })}</h3>
          <MethodChanges locale={locale} changes={changes} />
        </>
      )}
      <p className="mt-1">
        <a href={localizedPath(locale, methodPath(version))} className="text-link inline-flex min-h-11 items-center">
          {t("read", { version })}
        </a>
      </p>
    </section>
  );
}
