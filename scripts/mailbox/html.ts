/** Text that is safe between tags and in quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Escaped text whose URLs open in a new tab. */
export function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escape(part)}" target="_blank" rel="noopener noreferrer">${escape(part)}</a>`
        : escape(part),
    )
    .join("");
}

/** One page of the mailbox; `body` is markup. */
export function page(title: string, body: string, { refreshes = false } = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshes ? '<meta http-equiv="refresh" content="15">\n' : ""}<title>${escape(title)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">Local mailbox</a><span>Mails stay on this machine</span></header>
<main>${body}</main>
</body>
</html>
`;
}

export const stylesheet = `
:root { color-scheme: light dark; --ink: #1d2733; --muted: #5b6776; --line: #d9dfe6; --paper: #fff; --ground: #f4f6f8; --link: #0b5c8a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --muted: #a3b0bd; --line: #34404d; --paper: #1b232c; --ground: #12181f; --link: #7cc4ee; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding: 1rem clamp(1rem, 4vw, 2rem); }
header a { color: inherit; font-weight: 650; font-size: 1.125rem; text-decoration: none; }
header span, .muted, time { color: var(--muted); font-size: .875rem; }
main { max-width: 60rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2rem) 3rem; }
h1 { font-size: 1.375rem; line-height: 1.3; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
ol, .card { margin: 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; gap: .125rem; padding: .75rem 1rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
li a:hover strong, li a:focus-visible strong { text-decoration: underline; }
.card { padding: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; overflow-wrap: anywhere; }
dt { color: var(--muted); }
dd { margin: 0; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
iframe { width: 100%; height: 32rem; border: 0; background: #fff; border-radius: .25rem; color-scheme: light; }
`;
