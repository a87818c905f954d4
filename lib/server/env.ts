import "server-only";
import { isIP } from "node:net";
import { z } from "@/lib/shared/zod";
import { teamEmail } from "@/lib/shared/team-email";
import { EMAIL_WORDS, emailsThatReachNobody } from "./email-settings";
import { ipRanges } from "./ip-ranges";
import { encryptionRing, MIN_SECRET_LENGTH, namesEachKeyOnce, secretRing } from "./key-ring";
import { USUAL_BACKUP_KEEP_DAYS } from "./usual-days";

const text = z.string().trim();
/** Missing and empty are the same; the error says how to set it. */
const required = text.default("");
const optional = text.optional().transform((value) => value || undefined);
/** A period that we promised. Zero is refused: it would erase what was closed a moment ago, perhaps by mistake. */
const days = z.coerce.number().int().min(1).max(3650);

const HOST_WORDS = "HOST: set an IP or name of this machine to listen on, such as 127.0.0.1 or 0.0.0.0";
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const SITE_URL_WORDS = "SITE_URL: set the site's public URL, such as https://example.org";
const TRUSTED_PROXY_WORDS =
  "TRUSTED_PROXY: set the proxy's IP, or several IPs and ranges with commas between them, such as 10.0.0.0/8";
/** "team@example.org", "Team <team@example.org>". */
const RECIPIENT = /^\s*(?:[^<>]*<)?[^\s<>@]+@[^\s<>@]+>?\s*$/;

/** Every setting that the software reads. `.env.example` explains each; a test checks that it has the same list. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.default("127.0.0.1").refine((host) => HOST_NAME.test(host) || isIP(host) > 0, HOST_WORDS),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: required.pipe(
    z.url("DATABASE_URL: set a connection string such as postgresql://user:password@host:5432/name"),
  ),
  SITE_URL: optional.pipe(z.url({ protocol: /^https?$/, error: SITE_URL_WORDS }).optional()),
  APP_SECRET: required.pipe(
    z
      .string()
      .refine(
        (text) => secretRing(text).every(({ key }) => key.length >= MIN_SECRET_LENGTH),
        "APP_SECRET: set 32 or more random characters (openssl rand -hex 32), or id:secret pairs of such, newest first",
      )
      .refine((text) => namesEachKeyOnce(secretRing(text)), "APP_SECRET: give each secret its own id"),
  ),
  ENCRYPTION_KEYS: required.pipe(
    z
      .string()
      .regex(
        /^[a-z0-9]+:[A-Za-z0-9+/]{43}=(,[a-z0-9]+:[A-Za-z0-9+/]{43}=)*$/,
        "ENCRYPTION_KEYS: set id:key pairs, newest first, each key 32 bytes in base64 (openssl rand -base64 32)",
      )
      .refine((text) => namesEachKeyOnce(encryptionRing(text)), "ENCRYPTION_KEYS: give each key its own id"),
  ),
  SMTP_URL: required.pipe(z.url("SMTP_URL: set the mail server, such as smtp://user:password@host:587")),
  MAIL_FROM: text
    .default("Best Heroin Rehab <no-reply@localhost>")
    .refine((sender) => RECIPIENT.test(sender), EMAIL_WORDS.MAIL_FROM),
  MAIL_TO: text
    .default("team@localhost")
    .refine((list) => list.split(",").every((recipient) => RECIPIENT.test(recipient)), EMAIL_WORDS.MAIL_TO),
  TEAM_EMAIL: optional.pipe(teamEmail(EMAIL_WORDS.TEAM_EMAIL).optional()),
  ADMIN_EMAIL: optional,
  ADMIN_PASSWORD: optional,
  TRUSTED_PROXY_HEADER: optional,
  TRUSTED_PROXY: text.default("127.0.0.0/8, ::1").refine((list) => ipRanges(list) !== null, TRUSTED_PROXY_WORDS),
  PAGE_CACHE_DIR: optional,
  JOURNAL_DIR: optional,
  METRICS_TOKEN: optional.pipe(
    z
      .string()
      .min(16, "METRICS_TOKEN: set 16 or more random characters (openssl rand -hex 32), or leave it empty")
      .optional(),
  ),
  RETENTION_CLOSED_DAYS: days.default(180),
  RETENTION_SPAM_DAYS: days.default(30),
  RETENTION_CORRECTION_DAYS: days.default(180),
  /** While developing, whoever wants a backup makes one. */
  BACKUP: z.enum(["daily", "off"]).default(() => (process.env.NODE_ENV === "production" ? "daily" : "off")),
  BACKUP_DIR: optional,
  BACKUP_KEEP_DAYS: days.default(USUAL_BACKUP_KEEP_DAYS),
  /** A copy for development, and one of `npm run up`, asks nobody by itself. */
  REFRESH: z.enum(["weekly", "off"]).default(() => (process.env.NODE_ENV === "production" ? "weekly" : "off")),
  REFRESH_URLS: text
    .regex(
      /^(?:(?:samhsa|dhcs|samhsa-otp)=https:\/\/\S+(?:\s+|$))*$/,
      "REFRESH_URLS: set pairs of source (samhsa, dhcs, samhsa-otp) and https URL, such as dhcs=https://example.gov/list.csv, with blanks between them",
    )
    .default(""),
  CONFIRMATIONS_PER_HOUR: z.coerce.number().int().min(1).max(1_000_000).default(200),
  RETRY_PAUSE_SCALE: z.coerce.number().min(0.000_1).max(1).default(1),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environmentSchema>;

type SettingName = keyof Environment;

/** What has a usual value on a developer's machine that would be wrong for people, and how to set it. */
const REQUIRED_IN_PRODUCTION = { SITE_URL: SITE_URL_WORDS, MAIL_TO: EMAIL_WORDS.MAIL_TO } as const;

const settings = environmentSchema.shape;
const parsed = new Map<SettingName, unknown>();
const all = Object.keys(settings) as SettingName[];

const environment = Object.defineProperties(
  {},
  Object.fromEntries(all.map((name) => [name, { enumerable: true, get: () => readSetting(name) }])),
) as Environment;

/**
 * The settings. Each is parsed at its first use, so a command needs only those that it uses. `npm run up` fills in
 * those that may be empty; in production somebody must set them.
 * @throws Error that names the setting that is missing or wrong, and how to set it.
 */
export function env(): Environment {
  return environment;
}

/**
 * Reads settings before anything starts, so that nothing starts with only some of them.
 * @param names those that a command uses; without them all, for the site and the worker, which in production also need
 * those whose usual value suits one machine only
 * @throws Error that lists every missing or wrong one and how to set it.
 */
export function checkSettings(names?: readonly SettingName[]): void {
  const wrong = [...(names ? [] : missingInProduction()), ...(names ?? all).flatMap((name) => problemsOf(name))];
  if (wrong.length > 0) throw new Error(problemWords([...new Set(wrong)]));
}

function missingInProduction(): string[] {
  if (process.env.NODE_ENV !== "production") return [];
  const required = Object.entries(REQUIRED_IN_PRODUCTION);
  const missing = required.filter(([name]) => !process.env[name]?.trim()).map(([, words]) => words);
  return [...missing, ...emailsThatReachNobody(process.env)];
}

function readSetting(name: SettingName): unknown {
  if (!parsed.has(name)) {
    const problems = problemsOf(name);
    if (problems.length > 0) throw new Error(problemWords(problems));
  }
  return parsed.get(name);
}

/** Keeps the setting when it is valid. Empty and missing are the same. */
function problemsOf(name: SettingName): string[] {
  const result = settings[name].safeParse(process.env[name] || undefined);
  if (result.success) parsed.set(name, result.data);
  const messages = result.success ? [] : result.error.issues.map(({ message }) => message);
  return messages.map((message) => (message.startsWith(name) ? message : `${name}: ${message}`));
}

function problemWords(lines: string[]): string {
  return `These settings are missing or wrong (see .env.example):\n  ${lines.join("\n  ")}`;
}

/** The site's URL without a trailing slash: SITE_URL, or this machine's. */
export function siteUrl(): string {
  return (env().SITE_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, "");
}
