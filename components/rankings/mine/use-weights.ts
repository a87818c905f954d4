import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { editorialWeights, type Scale, type Weights } from "@/lib/rankings/own-weights";
import { readFragment, writeFragment } from "@/lib/rankings/weights-fragment";

/** "Back" undoes one choice, not one step of a slider; and browsers refuse URLs that change too often. */
const PAUSE_MS = 400;

/**
 * The reader's weights, kept in the fragment of the URL and nowhere else: read when the page opens and when the
 * reader goes back, written after each choice.
 */
export function useWeights(scale: Scale) {
  const fragment = useSyncExternalStore(subscribe, currentFragment, () => null);
  // Newer than the URL, until the URL is written or changes.
  const [chosen, setChosen] = useState<Weights | null>(null);
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    function follow() {
      if (isPartOfPage(location.hash)) return;
      clearTimeout(writing.current);
      setChosen(null);
    }
    const unsubscribe = subscribe(follow);
    return () => {
      unsubscribe();
      clearTimeout(writing.current);
    };
  }, []);

  const reading = useMemo(() => readFragment(scale, fragment ?? ""), [scale, fragment]);
  const stated = useMemo(
    () => (reading.status === "read" ? reading.weights : editorialWeights(scale)),
    [scale, reading],
  );

  // The link to the other language gets the same weights, also those that the URL does not have yet.
  const kept = chosen ? fragmentOf(scale, chosen) : fragment;
  useEffect(() => {
    if (kept !== null) for (const link of ownTranslations()) link.hash = kept;
  }, [kept]);

  function change(next: Weights) {
    setChosen(next);
    clearTimeout(writing.current);
    writing.current = setTimeout(() => history.pushState(null, "", weightsUrl(scale, next)), PAUSE_MS);
  }

  return {
    weights: chosen ?? stated,
    change,
    /** False on the server, and until the scripts have read the URL. */
    isReady: fragment !== null,
    isUnreadable: chosen === null && reading.status === "unreadable",
  };
}

/** The page's URL with these weights; our own weights need no fragment. */
export function weightsUrl(scale: Scale, weights: Weights): string {
  return `${location.pathname}${location.search}${fragmentOf(scale, weights)}`;
}

function fragmentOf(scale: Scale, weights: Weights): string {
  const isEditorial = editorialWeights(scale).every((weight, index) => weight === weights[index]);
  return isEditorial ? "" : writeFragment(scale, weights);
}

/** The links to this page in the other language: the server that wrote them never sees what follows the "#". */
function ownTranslations(): HTMLAnchorElement[] {
  const page = location.pathname.replace(/^\/es(?=\/)/, "");
  return [...document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")].filter(
    ({ origin, pathname }) => origin === location.origin && pathname.replace(/^\/es(?=\/)/, "") === page,
  );
}

function subscribe(notify: () => void): () => void {
  addEventListener("hashchange", notify);
  return () => removeEventListener("hashchange", notify);
}

let lastFragment = "";

/** The last fragment that could be about weights: a jump to a part of the page, such as #content, changes none. */
function currentFragment(): string {
  if (!isPartOfPage(location.hash)) lastFragment = location.hash;
  return lastFragment;
}

function isPartOfPage(fragment: string): boolean {
  return fragment !== "" && !fragment.includes("=");
}
