"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { countFittingAction } from "@/lib/search/actions";
import type { Locale } from "@/lib/shared/i18n";

interface SearchButtonProps {
  locale: Locale;
  /** "Show places", while nobody knows how many. */
  plain: string;
  /** "Show 83 places": as many as fit what was sent. */
  asSent: string;
}

/** Boxes that stand otherwise than they were sent, also in a page that the browser has restored. */
const CHANGED = "input:checked:not(:default), input:default:not(:checked)";

/**
 * The button below the filters, with how many places it shows: counted while boxes are ticked. Without scripts it says the
 * number of what was sent, and none once something is changed (globals.css).
 */
export function SearchButton({ locale, plain, asSent }: SearchButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [counted, setCounted] = useState<{ show: string; said: string } | null>(null);

  useEffect(() => {
    const form = ref.current?.form;
    if (!form) return;
    const unknown = { show: plain, said: "" };
    /** How many changes there were: an answer to an earlier one is not shown. */
    let changes = 0;
    let isAsking = false;

    // One question at a time; the last one is asked in any case.
    async function count(sent: HTMLFormElement) {
      changes += 1;
      setCounted(unknown);
      if (isAsking) return;
      isAsking = true;
      for (let at = 0; at !== changes;) {
        at = changes;
        const answer = await countFittingAction(locale, new FormData(sent)).catch(() => unknown);
        if (at === changes) setCounted(answer);
      }
      isAsking = false;
    }

    const change = () => void count(form);
    form.addEventListener("change", change);
    if (form.querySelector(CHANGED)) change();
    return () => form.removeEventListener("change", change);
  }, [locale, plain]);

  return (
    <>
      <Button ref={ref} className="w-full">
        {counted?.show ?? (
          <>
            <span className="count-as-sent">{asSent}</span>
            <span className="count-changed">{plain}</span>
          </>
        )}
      </Button>
      <output className="sr-only">{counted?.said}</output>
    </>
  );
}
