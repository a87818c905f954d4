"use client";

import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button, buttonClass } from "@/components/ui/button";
import type { KeptListing } from "@/lib/choices/shortlist";
import { dialAsWritten } from "@/lib/shared/phone-as-written";

interface ShortlistEntryProps {
  place: KeptListing;
  href: string;
  /** What the server knows of it today; undefined until the person asks. */
  detailed: { details: ReactNode; mark: string | null } | undefined;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One kept place with its buttons; the one that moved it keeps the focus. */
export function ShortlistEntry({ place, href, detailed, isFirst, isLast, onMove, onRemove }: ShortlistEntryProps) {
  const t = useTranslations("shortlist");
  const pressed = useRef<HTMLButtonElement>(null);

  // Moving an element in the page takes the focus from it.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });

  const moveButton = (step: -1 | 1, isDone: boolean) => (
    <Button
      type="button"
      look="quiet"
      className="px-3 aria-disabled:opacity-50"
      aria-disabled={isDone}
      aria-label={t(step === -1 ? "upName" : "downName", { name: place.name })}
      onClick={(event) => {
        if (isDone) return;
        pressed.current = event.currentTarget;
        onMove(step);
      }}
    >
      <span aria-hidden="true">{step === -1 ? "↑" : "↓"}</span>
    </Button>
  );

  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-t border-line py-3">
      <div className="min-w-0 grow basis-60">
        <a href={href} className="text-link block font-serif text-lg leading-snug font-semibold">
          {place.name}
        </a>
        {detailed?.mark && <strong className="text-sm text-warning"> {detailed.mark}</strong>}
        {detailed ? detailed.details : place.dial && <Call name={place.name} dial={place.dial} />}
      </div>
      <p className="no-print flex gap-2">
        {moveButton(-1, isFirst)}
        {moveButton(1, isLast)}
        <Button type="button" look="quiet" className="px-3" onClick={onRemove}>
          {t("remove")}
          <span className="sr-only"> {place.name}</span>
        </Button>
      </p>
    </li>
  );
}

/** The number that was kept with the name. */
function Call({ name, dial }: { name: string; dial: string }) {
  const t = useTranslations("shortlist");
  const { number, extension } = dialAsWritten(dial);
  return (
    <a href={`tel:${dial}`} className={`${buttonClass()} mt-1.5 px-3!`}>
      <span>
        <span className="sr-only">{t("call", { name })} </span>
        {number}
        {extension && ` ${t("extension", { extension })}`}
      </span>
    </a>
  );
}
