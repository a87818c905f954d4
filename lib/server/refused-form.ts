import words from "@/messages/refused-form.json";
import type { FormProblem } from "./form-request";

const STATUS: Record<FormProblem, number> = { foreign: 403, large: 413, unreadable: 400 };

/** The answer to a form that cannot be taken, in the language of the page it was sent to. Repeats nothing of it. */
export function refusedForm(problem: FormProblem, path: string): Response {
  const locale = /^\/es(\/|$)/.test(path) ? "es" : "en";
  const { lead, danger, back, [problem]: title } = words[locale];
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Best Heroin Rehab</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${lead}</p>
<p><strong>${danger}</strong></p>
<p><a href="${locale === "es" ? "/es/contact" : "/contact"}">${back}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: STATUS[problem],
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
