/**
 * The whole style of a page about a failure: such a page asks for no other file, because that may fail too. Colors and
 * sizes are those of app/globals.css; a test compares them.
 */
export const FAILURE_STYLE = `:root{color-scheme:light dark;--bg:#faf8f4;--surface:#ffffff;--sunken:#f1eee7;--ink:#18272c;--muted:#51616a;--line:#dad5ca;--line-strong:#7d8a8f;--accent:#0a5a58;--danger:#9c1f17;--focus:#b45309}
@media (prefers-color-scheme:dark){:root{--bg:#0f171a;--surface:#172125;--sunken:#0b1214;--ink:#e9efee;--muted:#a9b8bb;--line:#2d3b40;--line-strong:#7f9095;--accent:#74d2c8;--danger:#ff9d92;--focus:#fbbf24}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.65 Inter,system-ui,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.shell{max-width:68rem;margin:0 auto;padding-left:1.25rem;padding-right:1.25rem}
.lines{background:var(--sunken);border-bottom:1px solid var(--line);font-size:.9375rem}
.lines .shell{padding-top:.5rem;padding-bottom:.75rem}
.lines ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 2rem;margin:0;padding:0;list-style:none}
.lines a{display:block;min-height:2.75rem;padding:.5rem 0;color:inherit;text-decoration:none;line-height:1.4}
.lines strong{margin-right:.375rem;color:var(--danger);font-size:1.0625rem;white-space:nowrap;text-decoration:underline;text-underline-offset:4px;font-variant-numeric:tabular-nums}
.note{display:block;color:var(--muted)}
.tty{display:block}
.checked{margin:.5rem 0 0;color:var(--muted)}
header{background:var(--surface);border-bottom:1px solid var(--line)}
header .shell{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem .5rem;padding-top:.5rem;padding-bottom:.5rem}
.name{display:inline-flex;align-items:center;min-height:2.75rem;color:inherit;font:600 1.0625rem/1.4 "Source Serif 4",Georgia,serif;text-decoration:none}
.exit{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .75rem;border:1px solid var(--danger);border-radius:.375rem;color:var(--danger);font-size:.9375rem;font-weight:600;text-decoration:none}
main{padding-top:2rem;padding-bottom:4rem}
main section{max-width:42rem}
main section+section{margin-top:3rem;padding-top:2rem;border-top:1px solid var(--line)}
h1,h2{margin:0;font-family:"Source Serif 4",Georgia,serif;font-weight:620;letter-spacing:-.01em;line-height:1.2;text-wrap:balance;overflow-wrap:break-word}
h1,section>h2:first-child{font-size:1.75rem}
h2{margin-top:1.5rem;font-size:1.4375rem}
section>h2:first-child{margin-top:0}
p{margin:.75rem 0 0}
.danger{font-weight:600}
.ways{margin:1rem 0 0;padding:0;list-style:none}
.ways a,.way{display:inline-flex;align-items:center;min-height:2.75rem;color:var(--accent);text-underline-offset:4px}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
textarea{display:block;width:100%;padding:.5rem .75rem;border:1px solid var(--line-strong);border-radius:.375rem;background:var(--surface);color:var(--ink);font:inherit}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.hint{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:40rem){.shell{padding-left:2rem;padding-right:2rem}.lines a{display:flex;align-items:baseline}.lines strong{flex:none;width:9.75rem}.name{font-size:1.4375rem}h1,section>h2:first-child{font-size:2.125rem}}
@media print{.exit{display:none}}
`;
