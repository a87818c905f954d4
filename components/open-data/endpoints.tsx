import { OPEN_PATHS } from "@/lib/open-data/open-area";
import type { EditionHead } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Every URL of the open data, in each format. */
export function Endpoints({ locale, edition }: { locale: Locale; edition: EditionHead | null }) {
  const t = getTranslator(locale, "openData.endpoints");
  const endpoints = [
    { key: "newest", path: OPEN_PATHS.newest, formats: ["json", "csv"] },
    { key: "editions", path: OPEN_PATHS.editions, formats: ["json", "csv"] },
    ...(edition
      ? ([
          { key: "edition", path: OPEN_PATHS.edition(edition.number), formats: ["json", "csv"] },
          { key: "method", path: OPEN_PATHS.method(edition.methodVersion), formats: ["json"] },
        ] as const)
      : []),
    { key: "listings", path: OPEN_PATHS.listings, formats: ["json", "csv"] },
    { key: "archive", path: OPEN_PATHS.hsdsArchive, formats: ["zip"] },
    { key: "hsds", path: OPEN_PATHS.hsds, formats: ["json"] },
    { key: "profile", path: OPEN_PATHS.hsdsProfile, formats: ["json"] },
    { key: "index", path: OPEN_PATHS.index, formats: ["json"] },
  ] as const;
  return (
    <section id="addresses" aria-labelledby="addresses-title" className="mt-12">
      <h2 id="addresses-title" className="text-2xl">
        {t("title")}
      </h2>
      <ul className="mt-3">
        {endpoints.map(({ key, path, formats }) => (
          <li key={key} className="border-t border-line py-3 last:border-b">
            <h3 id={`endpoint-${key}`} className="font-sans text-base font-semibold">
              {t(`${key}.name`, numbersOf(edition))}
            </h3>
            <p className="max-w-prose text-sm text-muted">{t(`${key}.text`)}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-6 text-sm">
              <code className="break-all">{path}</code>
              {formats.map((format) => (
                <FileLink
                  key={format}
                  href={format === "csv" ? `${path}?format=csv` : path}
                  describedBy={`endpoint-${key}`}
                  label={t(format)}
                />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function numbersOf(edition: EditionHead | null) {
  return { number: edition?.number ?? 0, version: edition?.methodVersion ?? 0 };
}

function FileLink({ href, describedBy, label }: { href: string; describedBy: string; label: string }) {
  return (
    <a href={href} aria-describedby={describedBy} className="text-link inline-flex min-h-11 items-center">
      {label}
    </a>
  );
}
