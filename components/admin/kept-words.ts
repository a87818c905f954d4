import { useEffect, useState, type RefObject } from "react";
import type { KeptAnswer } from "@/lib/staff/types";
import { hasUnsavedWork } from "./unsaved-work";

/** What the desk has of the words of a form: nothing, all since a moment, or not the newest. */
export type KeptState = { status: "nothing" } | { status: "kept"; at: Date } | { status: "signed_out" | "failed" };

const KEEP_PATH = "/admin/kept-forms";
/** A pause in typing, after which the words are kept. */
const PAUSE_MS = 1500;
/** Who types without a pause waits no longer than this. */
const MAX_PAUSE_MS = 10_000;
/** What a browser sends of a page that is being left. */
const MAX_LEAVING_BYTES = 60_000;

/** Keeps the words of a form at the desk as they are typed, one request after the other; again until it succeeds. */
class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changedAt: number | null = null;
  private isSending = false;
  private isSent = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly startsKept: boolean,
    private readonly tell: (state: KeptState) => void,
  ) {}

  type = () => {
    this.isSent = false;
    this.changedAt ??= Date.now();
    this.wait(Math.min(PAUSE_MS, Math.max(0, this.changedAt + MAX_PAUSE_MS - Date.now())));
  };

  /** The form is on its way; the desk keeps what it brings. */
  send = () => {
    this.isSent = true;
    this.stop();
  };

  leave = () => {
    if (this.changedAt !== null && document.visibilityState === "hidden") void this.keep();
  };

  stop = () => clearTimeout(this.timer);

  private wait(pause: number): void {
    this.stop();
    this.timer = setTimeout(() => void this.keep(), pause);
  }

  private async keep(): Promise<void> {
    if (this.isSending || this.isSent) return;
    this.isSending = true;
    this.changedAt = null;
    this.stop();
    const answer = await this.post();
    this.isSending = false;
    // Another answer than that of the form may not say any more that its words are not saved.
    if (this.isSent) return;
    if (answer.status === "old") {
      const key = this.form.elements.namedItem("$key");
      if (key instanceof HTMLInputElement) key.value = answer.key;
      return this.keep();
    }
    if (answer.status === "kept") this.tell({ status: "kept", at: new Date(answer.keptAt) });
    else if (answer.status === "nothing") this.tell({ status: "nothing" });
    else this.tell({ status: answer.status === "signed_out" ? "signed_out" : "failed" });
    if (answer.status === "failed") this.wait(MAX_PAUSE_MS);
    else if (this.changedAt !== null) this.wait(PAUSE_MS);
  }

  private async post(): Promise<KeptAnswer | { status: "signed_out" | "failed" }> {
    const fields = [...new FormData(this.form)].filter((field): field is [string, string] => {
      return typeof field[1] === "string" && !field[0].startsWith("$ACTION");
    });
    const body = new URLSearchParams(fields);
    if (!this.startsKept && !hasUnsavedWork(this.form)) body.set("$untouched", "1");
    try {
      const keepalive = body.toString().length < MAX_LEAVING_BYTES;
      const response = await fetch(KEEP_PATH, { method: "POST", body, redirect: "manual", keepalive });
      if (response.type === "opaqueredirect") return { status: "signed_out" };
      return response.ok ? ((await response.json()) as KeptAnswer) : { status: "failed" };
    } catch {
      return { status: "failed" };
    }
  }
}

/**
 * Keeps the words of a form on the server, apart from what is public, as they are typed.
 * @param startsKept the form came with words that are kept: they go only when their writer gives them up
 * @param pageKey the identity of the page; a page that is shown anew has saved what was typed
 */
export function useKeptWords(
  ref: RefObject<HTMLFormElement | null>,
  { keeps, startsKept, pageKey }: { keeps: boolean; startsKept: boolean; pageKey: string },
): KeptState {
  const [told, setTold] = useState<{ of: string; state: KeptState } | null>(null);
  useEffect(() => {
    const form = ref.current;
    if (!form || !keeps) return;
    const keeper = new Keeper(form, startsKept, (state) => setTold({ of: pageKey, state }));
    form.addEventListener("input", keeper.type);
    form.addEventListener("submit", keeper.send);
    document.addEventListener("visibilitychange", keeper.leave);
    return () => {
      keeper.stop();
      form.removeEventListener("input", keeper.type);
      form.removeEventListener("submit", keeper.send);
      document.removeEventListener("visibilitychange", keeper.leave);
    };
  }, [ref, keeps, startsKept, pageKey]);
  return told?.of === pageKey ? told.state : { status: "nothing" };
}
