// Writes public/drawn and the icons in public: what a link to a page shows elsewhere, and the site's mark in the sizes that
// systems ask for. Run it again (npm run draw) when their words or the mark change. It needs Chromium, as the browser tests do.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { escaped } from "@/lib/shared/escaped";
import { LOCALES, messagesOf, type Locale } from "@/lib/shared/i18n";
import { SOCIAL_IMAGE_SIZE, SOCIAL_IMAGES, socialImagePath, type SocialImage } from "@/lib/shared/social-image";
import { findChromium } from "./setup/chromium";

const PUBLIC = path.join(import.meta.dirname, "../public");
const FONTS = path.join(import.meta.dirname, "../node_modules/@fontsource-variable");
const GREEN = "#0a5a58";
const RED = "#9c1f17";
/** Characters; a longer title is set smaller. */
const LONG = 36;

const mark = readFileSync(path.join(PUBLIC, "icon.svg"), "utf8");
const fontOf = (file: string) => readFileSync(path.join(FONTS, file)).toString("base64");
const STYLE = `
  @font-face { font-family: House; font-weight: 200 900; src: url(data:font/woff2;base64,${fontOf("source-serif-4/files/source-serif-4-latin-wght-normal.woff2")}); }
  @font-face { font-family: Text; font-weight: 100 900; src: url(data:font/woff2;base64,${fontOf("inter/files/inter-latin-wght-normal.woff2")}); }
  * { box-sizing: border-box; margin: 0; }
  svg { display: block; width: 100%; height: 100%; }
  body { display: flex; flex-direction: column; justify-content: space-between; width: ${SOCIAL_IMAGE_SIZE.width}px;
    height: ${SOCIAL_IMAGE_SIZE.height}px; padding: 72px 88px 64px 104px; background: #faf8f4; color: #18272c; font-family: Text; }
  header { display: flex; align-items: center; gap: 24px; font: 600 40px House; letter-spacing: -0.01em; }
  header div { width: 72px; height: 72px; }
  h1 { max-width: 980px; font: 600 84px/1.08 House; letter-spacing: -0.015em; text-wrap: balance; }
  h1.long { font-size: 64px; }
  p { text-wrap: balance; max-width: 960px; font-size: 30px; line-height: 1.35; color: #51616a; }
`;

/** What a picture says: the title of the page, as large as it can be read on a phone. */
function headline(locale: Locale, image: SocialImage): string {
  const { home, rankings, method, openData, listings, map, pages, contact } = messagesOf(locale);
  const titles: Record<SocialImage, string> = {
    site: home.title,
    rankings: rankings.title,
    method: method.title,
    data: openData.metaTitle,
    listings: listings.search.metaTitle,
    map: map.title,
    blog: home.posts.title,
    "help-now": pages.helpNow.title,
    contact: contact.title,
  };
  return titles[image];
}

function card(locale: Locale, image: SocialImage): string {
  const { name, tagline } = messagesOf(locale).site;
  const edge = image === "help-now" ? RED : GREEN;
  const title = headline(locale, image);
  const line = image === "help-now" ? messagesOf(locale).pages.helpNow.lead : tagline;
  return `<!doctype html><html lang="${locale}"><style>${STYLE} body { border-left: 28px solid ${edge}; }</style>
    <header><div>${mark}</div>${escaped(name)}</header><h1 class="${title.length > LONG ? "long" : ""}">${escaped(title)}</h1><p>${escaped(line)}</p></html>`;
}

/** The mark on its own; where a system cuts a shape out of it, on a field that may be cut. */
function icon(isCut: boolean): string {
  const field = isCut ? `background: ${GREEN}; padding: 10%;` : "background: transparent;";
  return `<!doctype html><style>* { margin: 0; box-sizing: border-box; } body { width: 100vw; height: 100vh; ${field} }
    svg { display: block; width: 100%; height: 100%; }</style>${mark}`;
}

async function draw(browser: Browser, html: string, size: { width: number; height: number }): Promise<Buffer> {
  const page = await browser.newPage({ viewport: size });
  await page.setContent(html);
  await page.evaluate("document.fonts.ready");
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** An .ico with one picture, which is a PNG inside. */
function ico(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const square = (side: number) => ({ width: side, height: side });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
mkdirSync(path.join(PUBLIC, "drawn"), { recursive: true });
for (const locale of LOCALES)
  for (const image of SOCIAL_IMAGES)
    writeFileSync(
      path.join(PUBLIC, socialImagePath(locale, image)),
      await draw(browser, card(locale, image), SOCIAL_IMAGE_SIZE),
    );
for (const side of [192, 512])
  writeFileSync(path.join(PUBLIC, `icon-${side}.png`), await draw(browser, icon(false), square(side)));
writeFileSync(path.join(PUBLIC, "icon-maskable.png"), await draw(browser, icon(true), square(512)));
writeFileSync(path.join(PUBLIC, "apple-touch-icon.png"), await draw(browser, icon(true), square(180)));
writeFileSync(path.join(PUBLIC, "favicon.ico"), ico(await draw(browser, icon(false), square(32)), 32));
await browser.close();
