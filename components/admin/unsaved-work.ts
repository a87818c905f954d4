import { useEffect, type RefObject } from "react";

/** What of a control differs from how it came from the server. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const first = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(first, 0);
  }
  if (control instanceof HTMLInputElement) {
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    return control.type !== "hidden" && control.value !== control.defaultValue;
  }
  return control instanceof HTMLTextAreaElement && control.value !== control.defaultValue;
}

/** Whether leaving would lose words: some were typed, or came back because something is to be fixed. */
export function hasUnsavedWork(form: HTMLFormElement): boolean {
  return form.querySelector('[aria-invalid="true"]') !== null || [...form.elements].some(isChanged);
}

interface Guard {
  /** Leaving with words that were not sent asks first. */
  warns: boolean;
  /** Ctrl+S, or ⌘S, sends the form as its first button does, unless somebody is in another form of the page. */
  saves: boolean;
}

/** Keeps somebody from losing what they typed in a form. Without scripts nothing of it happens. */
export function useUnsavedWork(ref: RefObject<HTMLFormElement | null>, { warns, saves }: Guard): void {
  useEffect(() => {
    const form = ref.current;
    if (!form) return;
    let isSent = false;
    const send = () => (isSent = true);
    const type = () => (isSent = false);
    const leave = (event: BeforeUnloadEvent) => {
      if (warns && !isSent && hasUnsavedWork(form)) event.preventDefault();
    };
    const press = (event: KeyboardEvent) => {
      if (!saves || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      const focused = document.activeElement?.closest("form");
      if (!focused || focused === form) form.requestSubmit();
    };
    form.addEventListener("submit", send);
    form.addEventListener("input", type);
    globalThis.addEventListener("beforeunload", leave);
    globalThis.addEventListener("keydown", press);
    return () => {
      form.removeEventListener("submit", send);
      form.removeEventListener("input", type);
      globalThis.removeEventListener("beforeunload", leave);
      globalThis.removeEventListener("keydown", press);
    };
  }, [ref, warns, saves]);
}
