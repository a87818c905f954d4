"use client";

import { useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Pad } from "@/components/ui/drawings";
import { Notice } from "@/components/ui/notice";
import { MAX_ON_CALL_SHEET, MAX_COMPARED, pathWithListings, MAX_SHORTLISTED, type Pairs } from "@/lib/choices/paths";
import { drop, keep, move, type KeptListing } from "@/lib/choices/shortlist";
import { ShortlistEntry } from "./shortlist-entry";
import { saveShortlist, useShortlist } from "./use-shortlist";

/** A place of the page's URL, with what the server knows of it today. */
export interface DetailedListing extends KeptListing {
  details: ReactNode;
  /** After the name of a place that is closed. */
  mark: string | null;
}

export interface ShortlistPaths {
  shortlist: string;
  listings: string;
  compare: string;
  callSheet: string;
}

interface ShortlistEditorProps {
  detailed: DetailedListing[];
  /** In the page's language. */
  paths: ShortlistPaths;
  /** What the person asked for, as parameters. */
  asked: Pairs;
  /** Shown in place of the list until the scripts run, and when they never do. */
  withoutScripts: ReactNode;
}

/** The device's list: a person reads, reorders, uses and deletes it without any request to the server. */
export function ShortlistEditor({ detailed, paths, asked, withoutScripts }: ShortlistEditorProps) {
  const t = useTranslations("shortlist");
  const { state, places, damaged } = useShortlist();
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const slugs = places.map(({ slug }) => slug);
  const others = detailed.filter(({ slug }) => !slugs.includes(slug));

  const pageOf = ({ slug }: KeptListing) =>
    `${paths.listings}/${slug}${asked.length > 0 ? pathWithListings("/asked", [], {}, asked) : ""}`;

  function change(next: readonly KeptListing[], words: string) {
    setSaid(saveShortlist(next) ? words : t("notSaved"));
  }

  function moveBy(place: KeptListing, step: -1 | 1) {
    const next = move(places, place.slug, step);
    const position = next.findIndex(({ slug }) => slug === place.slug) + 1;
    change(next, t("moved", { name: place.name, position, count: next.length }));
  }

  function remove(place: KeptListing) {
    change(drop(places, place.slug), t("removed", { name: place.name }));
    list.current?.focus();
  }

  return (
    <div className="mt-6">
      {state === "unread" && withoutScripts}
      {state === "blocked" && <Notice tone="warning">{t("blocked")}</Notice>}
      {damaged && <Notice tone="warning">{t("damaged")}</Notice>}
      {state === "read" && places.length === 0 && (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <Pad className="w-36 shrink-0" />
          <div className="max-w-prose">
            <p className="text-lg">{t("empty")}</p>
            <ButtonLink
              className="mt-3"
              href={asked.length > 0 ? pathWithListings(paths.listings, [], {}, asked) : paths.listings}
            >
              {t("find")}
            </ButtonLink>
          </div>
        </div>
      )}
      <output className="block font-semibold">{said}</output>
      <ol ref={list} tabIndex={-1} aria-label={t("title")}>
        {places.map((place, at) => (
          <ShortlistEntry
            key={place.slug}
            place={place}
            href={pageOf(place)}
            detailed={detailed.find(({ slug }) => slug === place.slug)}
            isFirst={at === 0}
            isLast={at === places.length - 1}
            onMove={(step) => moveBy(place, step)}
            onRemove={() => remove(place)}
          />
        ))}
      </ol>
      {places.length > 0 && (
        <>
          <p className="mt-5 flex flex-wrap gap-3">
            <ButtonLink href={pathWithListings(paths.callSheet, slugs.slice(0, MAX_ON_CALL_SHEET), {}, asked)}>
              {t("callSheet", { over: slugs.length > MAX_ON_CALL_SHEET ? "yes" : "no" })}
            </ButtonLink>
            <ButtonLink look="quiet" href={pathWithListings(paths.compare, slugs.slice(0, MAX_COMPARED), {}, asked)}>
              {t("compare", { over: slugs.length > MAX_COMPARED ? "yes" : "no" })}
            </ButtonLink>
            <ButtonLink look="quiet" href={pathWithListings(paths.shortlist, slugs, {}, asked)}>
              {t("details")}
            </ButtonLink>
          </p>
          <p className="mt-3 max-w-prose text-sm text-muted">{t("sends")}</p>
          <p className="mt-8 max-w-prose">{t("seenByOthers")}</p>
          <Button type="button" look="danger" className="mt-3" onClick={() => change([], t("cleared"))}>
            {t("clear")}
          </Button>
        </>
      )}
      {others.length > 0 && (
        <section aria-labelledby="address-title" className="mt-10">
          <h2 id="address-title" className="text-2xl">
            {t("inUrl")}
          </h2>
          <ul className="mt-3 border-b border-line">
            {others.map((place) => (
              <li key={place.slug} className="border-t border-line py-4">
                <a href={pageOf(place)} className="text-link font-serif text-lg font-semibold">
                  {place.name}
                </a>
                {place.mark && <strong className="text-sm text-warning"> {place.mark}</strong>}
                {place.details}
              </li>
            ))}
          </ul>
          {state === "read" && places.length + others.length <= MAX_SHORTLISTED && (
            <Button
              type="button"
              look="quiet"
              className="mt-3"
              onClick={() => change(others.reduce(keepListing, places), t("kept", { count: others.length }))}
            >
              {t("keep")}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

function keepListing(places: KeptListing[], { slug, name, dial }: KeptListing): KeptListing[] {
  return keep(places, { slug, name, ...(dial && { dial }) });
}
