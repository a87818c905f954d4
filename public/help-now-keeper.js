// Keeps one page (the scope that it was registered for, in one language) with its files, so that it opens without a
// connection. With one, the page always comes from the site, and what is kept is replaced by it: so a new build is too.
const PAGE = new URL(self.registration.scope).pathname;
const CACHE = "kept " + PAGE;
/** Whoever needs this page waits no longer than this for a newer one. */
const PATIENCE_MS = 3000;
/** Files of the page itself; of what is built, the name changes with the contents. */
const FILE = /\s(?:href|src)="(\/(?:_next\/static\/[^"?#]+|[a-z-]+\.(?:js|svg)))"/g;
const BUILT = "/_next/static/";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode !== "navigate") event.respondWith(file(request));
  else if (url.pathname === PAGE) event.respondWith(page(event));
});

async function install() {
  await keep(await fetch(PAGE, { cache: "no-cache", credentials: "same-origin" }));
  await self.skipWaiting();
}

/** The page from the site; the kept one when there is no answer, a late one, or a failure. */
async function page(event) {
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => answer.ok && keep(answer.clone())).catch(() => {}));
  const answer = await Promise.race([asked.catch(() => null), late()]);
  if (answer && answer.status < 500) return answer;
  return (await (await caches.open(CACHE)).match(PAGE)) || answer || asked;
}

function late() {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

/** A built file never changes. Of the others the newest, else the kept one. */
async function file(request) {
  const kept = await (await caches.open(CACHE)).match(request);
  if (kept && new URL(request.url).pathname.startsWith(BUILT)) return kept;
  return fetch(request).catch((failure) => kept || Promise.reject(failure));
}

/** All or nothing: what is kept stays until every file of the new page is here. */
async function keep(answer) {
  if (!answer.ok) throw new Error("The page was not answered: " + answer.status);
  const html = await answer.clone().text();
  const names = [...new Set([...html.matchAll(FILE)].map(([, name]) => name))];
  const cache = await caches.open(CACHE);
  const files = await Promise.all(names.map((name) => newest(cache, name)));
  await Promise.all(names.map((name, at) => cache.put(name, files[at])));
  await cache.put(PAGE, answer);
  const wanted = new Set([PAGE, ...names]);
  const stale = (await cache.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(stale.map((request) => cache.delete(request)));
}

async function newest(cache, name) {
  const kept = name.startsWith(BUILT) && (await cache.match(name));
  const answer = kept || (await fetch(name, { cache: "no-cache" }));
  if (!answer.ok) throw new Error(name + ": " + answer.status);
  return answer;
}
