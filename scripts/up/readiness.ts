import { Failure } from "../setup/failure.mjs";

const READY_WITHIN_MS = 90_000;
const ASK_EVERY_MS = 150;

/**
 * Waits until the site says that it is ready: database, migrations, worker; or, asked at `/api/health`, that it answers.
 * @param origin where the site listens, such as http://127.0.0.1:3000
 * @throws Failure with its last answer
 */
export async function untilReady(origin: string, at: "/api/ready" | "/api/health" = "/api/ready"): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await ask(`${origin}${at}`);
    if (answer === "ready") return;
    if (Date.now() > deadline) throw new Failure(`The site does not get ready. Its last answer: ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
    return response.status === 200 ? "ready" : `${response.status} ${(await response.text()).slice(0, 500)}`;
  } catch (error) {
    const { cause } = error as Error;
    return cause instanceof Error ? cause.message : String(error);
  }
}
