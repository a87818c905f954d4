import type { Page } from "@playwright/test";

/** What an action of another build may be called. */
const OLD_NAME = "7f".repeat(21);

/** Lets a page send as one that an older build rendered: no name of an action is one that the server knows. */
export async function sendAsOlderBuild(page: Page, changeBody = (body: string) => body): Promise<void> {
  await page.route("**/*", async (route) => {
    const request = route.request();
    const body = request.postDataBuffer()?.toString("latin1");
    if (request.method() !== "POST" || !body) return route.continue();
    const headers = await request.allHeaders();
    if (headers["next-action"]) return route.continue({ headers: { ...headers, "next-action": OLD_NAME } });
    const older = body
      .replaceAll(/"id":"[0-9a-f]{40,64}"/g, `"id":"${OLD_NAME}"`)
      .replaceAll(/\$ACTION_ID_[0-9a-f]{40,64}/g, `$ACTION_ID_${OLD_NAME}`);
    return route.continue({ postData: Buffer.from(changeBody(older), "latin1") });
  });
}
