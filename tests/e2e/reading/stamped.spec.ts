import { expect, test } from "@playwright/test";

const nonceOf = (html: string) => /<script[^>]*\snonce="([^"]+)"/.exec(html)?.[1] ?? "";
const keyOf = (html: string) => /<input type="hidden" name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";

/** What a person sees of a page, whoever they are. */
const seenIn = (html: string) =>
  html
    .replaceAll(nonceOf(html), "its nonce")
    .replaceAll(keyOf(html), "its key")
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, "");

for (const path of ["/contact", "/es/contact"])
  test(`${path} is one page for everybody, and each reader's nonce and form are theirs alone`, async ({ request }) => {
    const answers = [];
    for (let reader = 1; reader <= 6; reader += 1) {
      const answer = await request.get(path);
      answers.push({ html: await answer.text(), policy: answer.headers()["content-security-policy"] });
    }
    const pages = answers.map(({ html }) => html);
    expect(new Set(pages.map(seenIn)).size).toBe(1);
    expect(new Set(pages.map(nonceOf)).size).toBe(6);
    expect(new Set(pages.map(keyOf)).size).toBe(6);
    for (const { html, policy } of answers) {
      expect(policy).toContain(`'nonce-${nonceOf(html)}'`);
      expect(html.match(/\snonce="[^"]*"/g)?.every((each) => each === ` nonce="${nonceOf(html)}"`)).toBe(true);
    }
  });
