import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";

const S1 = `s1:${"1".repeat(32)}`;
const S2 = `s2:${"2".repeat(32)}`;

/** The module anew, with these secrets. */
async function signatureWith(APP_SECRET: string) {
  vi.stubEnv("APP_SECRET", APP_SECRET);
  vi.resetModules();
  return import("./cookie-signature");
}

/** As a browser sends it; tests/integration/keys-drill.test.ts has better-auth sign it. */
const cookieBy = (secret: string) =>
  `staff=${encodeURIComponent(`token.${createHmac("sha256", secret).update("token").digest("base64")}`)}`;
const requestWith = (cookie: string) => new Headers({ cookie: `other=1; ${cookie}`, "x-kept": "yes" });

test("a cookie that any secret of the ring signed, or a former version, is signed by the newest", async () => {
  const former = await signatureWith("1".repeat(32));
  const [today = "", plain = ""] = former.sessionSecrets();
  expect(plain).toBe("1".repeat(32));
  const rotated = await signatureWith(`${S2},${S1}`);
  const renewed = new Headers({ cookie: cookieBy(rotated.sessionSecrets()[0]!) });
  for (const secret of [today, plain]) {
    const read = rotated.signedAnew(requestWith(cookieBy(secret)), "staff");
    expect(read.get("cookie")).toBe(`other=1; ${renewed.get("cookie")}`);
    expect(read.get("x-kept")).toBe("yes");
  }
});

test("a cookie that nobody of us signed, and one of a dropped secret, stay as they are", async () => {
  const [dropped = ""] = (await signatureWith(S1)).sessionSecrets();
  const { signedAnew, sessionSecrets } = await signatureWith(S2);
  const cookies = [cookieBy(dropped), cookieBy("another"), "staff=token", "staff=", "staff=a.b.c"];
  for (const request of [...cookies, cookieBy(sessionSecrets()[0]!)].map(requestWith))
    expect(signedAnew(request, "staff")).toBe(request);
});
