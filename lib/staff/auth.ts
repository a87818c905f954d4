import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { db } from "@/lib/server/db";
import { siteUrl } from "@/lib/server/env";
import { ownCookieName } from "@/lib/server/own-cookies";
import { sessionSecrets } from "./cookie-signature";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./schema";
import { IDLE_SECONDS } from "./types";

let instance: ReturnType<typeof createAuth> | undefined;

/** better-auth, used only through `auth().api` on the server: none of its endpoints is mounted. */
export function auth() {
  return (instance ??= createAuth());
}

export const SESSION_COOKIE = "staff";

/** The whole name of the cookie that says who is signed in. */
export function sessionCookie(): string {
  return ownCookieName(SESSION_COOKIE);
}

function createAuth() {
  return betterAuth({
    baseURL: siteUrl(),
    // Its own ring of secrets (`secrets`) serves only what it encrypts: it verifies a cookie's signature by one secret.
    // Requests come to it with their cookies signed by this one (cookie-signature.ts).
    secret: sessionSecrets()[0]!,
    database: prismaAdapter(db, { provider: "postgresql" }),
    user: {
      modelName: "staffMember",
      additionalFields: { role: { type: "string", required: true, input: false } },
    },
    session: {
      modelName: "staffLogin",
      fields: { userId: "staffMemberId" },
      expiresIn: IDLE_SECONDS,
      // Every request prolongs it. A page cannot set cookies while it renders; actions renew the browser's
      // (session.ts).
      updateAge: 0,
    },
    account: { modelName: "staffAccount", fields: { userId: "staffMemberId" } },
    verification: { modelName: "staffVerification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    // Our own action counts by account and by IP: this limiter does not see calls through `api`, nor accounts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // With TLS, the name below has the stronger `__Host-` prefix.
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          // How the browser gets it: cookies.ts.
          name: sessionCookie(),
        },
      },
    },
  });
}
