let lastSubmitted: FormData | undefined;

/** Keeps the last submitted fields of a form, because the framework removes a form when sending it fails. */
export function rememberSubmitted(event: SubmitEvent): void {
  if (event.target instanceof HTMLFormElement) lastSubmitted = new FormData(event.target, event.submitter);
}

/** Does nothing when no form was submitted in this page. */
export function sendLastAsPage(): void {
  if (lastSubmitted) void sendAsPage(lastSubmitted);
}

/**
 * Sends a form as a browser without scripts does. This is for scripts that are older than the server, which does not
 * know their calls: it then accepts the form, or answers with a page that has every word.
 * @returns never: the browser leaves the page
 */
export function sendAsPage(words: FormData): Promise<never> {
  const form = document.createElement("form");
  form.method = "post";
  form.enctype = "multipart/form-data";
  form.action = location.pathname + location.search;
  form.hidden = true;
  for (const [name, value] of words) {
    // None of our forms sends a file.
    if (typeof value !== "string") continue;
    // A box of several lines: a hidden field would lose the ends of lines.
    const box = document.createElement("textarea");
    box.name = name;
    box.value = value;
    form.append(box);
  }
  document.body.append(form);
  form.submit();
  return new Promise(() => {});
}
