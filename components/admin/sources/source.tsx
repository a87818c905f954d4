import type { ReactNode } from "react";
import type { NewestEdition, SourceForStaff } from "@/lib/refreshes/types";
import { formatAsOf, formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { OpenProposal } from "./open-proposal";

const HASH_SHOWN = 12;

interface SourceProps {
  locale: Locale;
  source: SourceForStaff;
  /** What tells a listing from others of its name, by id. */
  apart: ReadonlyMap<string, string>;
}

/** One public file: whose it is, what came of the last look, and what waits for a decision. */
export function Source({ locale, source, apart }: SourceProps) {
  const t = getTranslator(locale, "admin.source");
  const { title, publisher, landingUrl, license, cadence, edition, lastLook, open } = source;
  const facts: [string, ReactNode][] = [
    [t("publisher"), publisher],
    [
      t("page"),
      <a key="page" href={landingUrl} rel="noreferrer" className="text-link break-all">
        {landingUrl}
      </a>,
    ],
    [t("license"), t(`licenses.${license}`)],
    [t("cadence"), t(`cadences.${cadence}`)],
    [t("edition"), edition === "compared" ? t("compared") : editionWords(locale, edition)],
    [t("lookedAt"), lastLook ? formatMoment(locale, lastLook.at) : t("never")],
  ];
  if (lastLook) {
    const { outcome, cause, words, checksum } = lastLook;
    facts.push([t("result"), outcome === "failed" ? t(`causes.${cause ?? "unreadable"}`) : t(`outcomes.${outcome}`)]);
    facts.push([
      t("words"),
      <span key="words" lang="en">
        {words.join(" ")}
      </span>,
    ]);
    if (checksum) facts.push([t("checksum"), <code key="checksum">{`${checksum.slice(0, HASH_SHOWN)}…`}</code>]);
  }
  return (
    <section className="mt-8 rounded-md border border-line bg-surface p-4">
      <h2 className="font-serif text-xl font-semibold" lang="en">
        {title}
      </h2>
      <dl className="mt-3 space-y-2">
        {facts.map(([term, detail]) => (
          <div key={term} className="sm:flex sm:gap-4">
            <dt className="text-muted sm:w-56 sm:shrink-0">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">{detail}</dd>
          </div>
        ))}
      </dl>
      {open ? (
        <OpenProposal locale={locale} proposal={open} apart={apart} />
      ) : (
        <p className="mt-3 text-muted">{t("none")}</p>
      )}
    </section>
  );
}

function editionWords(locale: Locale, newest: NewestEdition | null): string {
  if (!newest) return "–";
  const { edition, asOf, precision } = newest;
  const date = formatAsOf(locale, asOf, precision);
  return getTranslator(locale, "admin.source")("editionAsOf", { edition, date });
}
