"use client";

import {
  createContext,
  useActionState,
  useContext,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
} from "react";
import type { StaffForms } from "@/lib/staff/types";
import { VERSION_FIELD } from "@/lib/versions/version-mark";
import { KeptLine } from "./kept-line";
import { useKeptWords } from "./kept-words";
import { useUnsavedWork } from "./unsaved-work";

const NOTHING: StaffForms = { key: "", path: "/admin", kept: {}, keptAt: null, taken: null, others: [] };
const Forms = createContext(NOTHING);

/** Gives the forms of a page their identity, and the words that were kept for them. */
export function StaffFormsOf({ forms, children }: { forms: StaffForms; children: ReactNode }) {
  return <Forms value={forms}>{children}</Forms>;
}

interface StaffFormProps extends Omit<ComponentProps<"form">, "name"> {
  /** Identifies the form on its page. */
  name: string;
  /** The one form of its page that is saved again and again: Ctrl+S saves it too. */
  saves?: boolean;
  /** Its words are kept at the desk as they are typed; its action says when they are saved (`settle`). */
  keeps?: boolean;
  /** Leaving with what was typed loses nothing, such as words to search by. */
  losesNothing?: boolean;
}

/**
 * Every form of the staff area. Its fields are kept when the session has ended, a button pressed twice acts once, and
 * leaving with unsaved words asks first.
 */
export function StaffForm({ name, saves, keeps = false, losesNothing, children, ...rest }: StaffFormProps) {
  const { key, path, kept } = useContext(Forms);
  const form = useRef<HTMLFormElement>(null);
  const version = kept[name]?.[VERSION_FIELD];
  useUnsavedWork(form, { warns: !losesNothing, saves: saves === true });
  const state = useKeptWords(form, { keeps, startsKept: name in kept, pageKey: key });
  return (
    <form ref={form} noValidate {...rest}>
      <input type="hidden" name="$key" value={key} />
      <input type="hidden" name="$form" value={name} />
      {keeps && <input type="hidden" name="$keptAt" value={path} />}
      {version && <input type="hidden" name={VERSION_FIELD} value={version} />}
      {children}
      {keeps && <KeptLine state={state} />}
    </form>
  );
}

/** Words of the form from when its sender was signed out; they have not been checked yet. */
interface Kept {
  status: "kept";
  values: Partial<Record<string, string>>;
}

type Action<State> = (previous: State | null, form: FormData) => Promise<State>;

/** The state of the form `name`: what its action answered, or at first the words that were kept for it. */
export function useStaffAction<State>(name: string, action: Action<State>) {
  const kept = useContext(Forms).kept[name];
  const first: Kept | null = kept ? { status: "kept", values: kept } : null;
  // The server's own function without a wrapper, so that the form works without scripts; it does not use the former
  // state.
  const [state, act, isPending] = useActionState<State | Kept | null, FormData>(action as Action<State | Kept>, first);
  // Saved or given up on this page, the kept words must not come back, nor the version they were typed against.
  const [areOver, setOver] = useState(false);
  if (!areOver && first === null && isKept(state)) setOver(true);
  return [areOver && isKept(state) ? null : state, act, isPending] as const;
}

function isKept(state: unknown): state is Kept {
  return typeof state === "object" && state !== null && "status" in state && state.status === "kept";
}

/** What was typed, when a form comes back with it. */
export function typedIn(state: object | null): Partial<Record<string, string>> | undefined {
  if (!state) return undefined;
  if ("values" in state) return state.values as Partial<Record<string, string>> | undefined;
  if ("current" in state && typeof state.current === "object" && state.current && "typed" in state.current)
    return state.current.typed as Partial<Record<string, string>>;
  return undefined;
}
