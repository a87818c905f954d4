import { useSyncExternalStore } from "react";
import {
  readShortlist,
  SHORTLIST_EVENT,
  SHORTLIST_KEY,
  writeShortlist,
  type KeptList,
  type KeptListing,
} from "@/lib/choices/shortlist";

/** A value that storage cannot have: on the server, and when the browser keeps nothing for us. */
const UNREAD = "\0unread";
const BLOCKED = "\0blocked";

/** The device's list, the same in every tab; `unread` until the scripts run. */
export function useShortlist(): { state: "unread" | "blocked" | "read" } & KeptList {
  const text = useSyncExternalStore(subscribe, read, () => UNREAD);
  if (text === UNREAD) return { state: "unread", places: [], damaged: false };
  if (text === BLOCKED) return { state: "blocked", places: [], damaged: false };
  return { state: "read", ...readShortlist(text) };
}

/** Whether the device kept it. An empty list is removed from the device. */
export function saveShortlist(places: readonly KeptListing[]): boolean {
  try {
    if (places.length > 0) localStorage.setItem(SHORTLIST_KEY, writeShortlist(places));
    else localStorage.removeItem(SHORTLIST_KEY);
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(SHORTLIST_EVENT));
  return true;
}

function read(): string {
  try {
    return localStorage.getItem(SHORTLIST_KEY) ?? "";
  } catch {
    return BLOCKED;
  }
}

function subscribe(onChange: () => void): () => void {
  const events = ["storage", SHORTLIST_EVENT];
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}
