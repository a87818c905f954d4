import "server-only";
import { z } from "@/lib/shared/zod";

const text = z.string().trim();
/** Missing and empty are the same, and answered with how to set it. */
const required = text.default("");
const optional = text.optional().transform((value) => value || undefined);
/** A period somebody was promised; none at all would erase what was closed a moment ago, by mistake perhaps. */
const days = z.coerce.number().int().min(1).max(3650);

/** A second key under a known id would leave what it sealed closed for good. */
function namesEachKeyOnce(ring: string): boolean {
  const ids = ring.split(",").map((pair) => pair.slice(0, pair.indexOf(":")));
  return new Set(ids).size === ids.length;
}

/** Every setting the house reads, named and explained in `.env.example`, which a test holds equal to this list. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: required.pipe(
    z.url("DATABASE_URL: set a connection string such as postgresql://user:password@host:5432/name"),
  ),
  SITE_URL: optional.pipe(z.url("SITE_URL: set the site's public address, such as https://example.org").optional()),
  APP_SECRET: required.pipe(z.string().min(32, "APP_SECRET: set 32 or more random characters (openssl rand -hex 32)")),
  ENCRYPTION_KEYS: required.pipe(
    z
      .string()
      .regex(
        /^[a-z0-9]+:[A-Za-z0-9+/]{43}=(,[a-z0-9]+:[A-Za-z0-9+/]{43}=)*$/,
        "ENCRYPTION_KEYS: set id:key pairs, newest first, each key 32 bytes in base64 (openssl rand -base64 32)",
      )
      .refine(namesEachKeyOnce, "ENCRYPTION_KEYS: give each key its own id"),
  ),
  SMTP_URL: required.pipe(z.url("SMTP_URL: set the mail server, such as smtp://user:password@host:587")),
  MAIL_FROM: text.default("Best Heroin Rehab <no-reply@localhost>"),
  MAIL_TO: text.default("team@localhost"),
  ADMIN_EMAIL: optional,
  ADMIN_PASSWORD: optional,
  TRUSTED_PROXY_HEADER: optional,
  PAGE_CACHE_DIR: optional,
  METRICS_TOKEN: optional.pipe(
    z
      .string()
      .min(16, "METRICS_TOKEN: set 16 or more random characters (openssl rand -hex 32), or leave it empty")
      .optional(),
  ),
  RETENTION_CLOSED_DAYS: days.default(180),
  RETENTION_SPAM_DAYS: days.default(30),
  RETENTION_CORRECTION_DAYS: days.default(180),
  RETRY_PAUSE_SCALE: z.coerce.number().min(0.000_1).max(1).default(1),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environmentSchema>;

let parsed: Environment | undefined;

/**
 * The settings, parsed once. `npm run up` fills in what may be left empty; production must set the rest.
 * @throws Error that lists every missing or wrong setting and how to set it.
 */
export function env(): Environment {
  if (parsed) return parsed;
  const filled = Object.entries(process.env).filter(([, value]) => value);
  const result = environmentSchema.safeParse(Object.fromEntries(filled));
  if (result.success) return (parsed = result.data);
  const lines = result.error.issues.map(({ path, message }) =>
    message.startsWith(String(path[0])) ? `  ${message}` : `  ${String(path[0])}: ${message}`,
  );
  throw new Error(`These settings are missing or wrong (see .env.example):\n${lines.join("\n")}`);
}

/** The site's address without a trailing slash: SITE_URL, or this machine's. */
export function siteUrl(): string {
  return (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, "");
}
