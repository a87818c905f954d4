import { rmSync } from "node:fs";
import path from "node:path";
import { ownOrigin } from "../../lib/server/own-origin";
import { isOnThisMachine, TEAM_OF_THIS_MACHINE } from "../../lib/shared/team-email";
import { build } from "../setup/build.mjs";
import { checkDatabase, startOwnDatabase } from "../setup/database";
import { migrate, seed } from "../setup/database-contents";
import { dataFolder, takeDataFolder } from "../setup/data-folder";
import { writePrivate } from "../setup/private-files.mjs";
import { beforeEnd, fail } from "../setup/process.mjs";
import { localSecrets } from "../setup/secrets";
import { firstAdministrator } from "./administrator";
import { boundLog } from "./log-bound";
import { mailboxPorts, sitePort } from "./ports";
import { untilReady } from "./readiness";
import { mailboxService, siteService, workerService } from "./services";
import { refuseUnreachable } from "./reachable";
import { startBlock } from "./start-block";
import { supervise, type Service } from "./supervisor";

type Step = <T>(title: string, work: () => Promise<{ note?: string; value: T }>) => Promise<T>;

/**
 * Sets up this copy and serves it until the process is told to end.
 * @param options.prepareOnly sets it up only: the next start serves at once
 */
export async function serve(
  step: Step,
  { development, prepareOnly }: { development: boolean; prepareOnly: boolean },
): Promise<void> {
  const data = dataFolder();
  const { release, wasLeft } = await takeDataFolder(data);
  beforeEnd(release);
  const port = await sitePort(wasLeft);
  const host = process.env.HOST || "127.0.0.1";
  const logs = path.join(data, "logs");
  let isUp = false;
  const keep = async (service: Service) =>
    beforeEnd(
      await supervise(
        service,
        () => isUp,
        (error) => void fail(error),
      ),
    );

  const serverFolder = process.env.DATABASE_URL ? undefined : path.join(data, "postgres");
  const url = await step("database", async () => database(serverFolder, keep));
  writePrivate(path.join(data, "database-url"), url);

  const siteUrl = process.env.SITE_URL || `http://localhost:${port}`;
  await refuseUnreachable({ ...process.env, SITE_URL: siteUrl }, url);

  const ports = process.env.SMTP_URL ? undefined : await mailboxPorts(data);
  const pages = path.join(data, "pages");
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(await localSecrets(data, url)),
    NODE_ENV: development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: host,
    DATA_DIR: data,
    DATABASE_URL: url,
    SITE_URL: siteUrl,
    MAIL_TO: process.env.MAIL_TO || TEAM_OF_THIS_MACHINE,
    TEAM_EMAIL: process.env.TEAM_EMAIL || (isOnThisMachine(siteUrl) ? TEAM_OF_THIS_MACHINE : ""),
    SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${ports?.smtp ?? 0}`,
    PAGE_CACHE_DIR: pages,
    ADMIN_PASSWORD: "",
    // Only who says so has a copy on their machine ask the publishers every week.
    REFRESH: process.env.REFRESH || "off",
  };

  await step("tables", async () => ({ note: await migrate(env, logs, serverFolder), value: undefined }));
  await step("contents", async () => ({ note: await seed(env, url, logs, serverFolder), value: undefined }));
  const administrator = await step("administrator", async () => ({ value: await firstAdministrator(env, url, data) }));
  if (!development)
    await step("build", async () => ({ note: await build(path.join(logs, "build.log")), value: undefined }));
  if (prepareOnly) return;

  await step("mailbox and worker", async () => {
    if (ports) await keep(mailboxService(ports, data));
    await keep(workerService(env, data));
    return { note: "started", value: undefined };
  });
  await step("site", async () => {
    // Pages of another build or another moment of the data; each is made again at its first visit.
    rmSync(pages, { recursive: true, force: true });
    await keep(siteService(env, data, development));
    await untilReady(ownOrigin(host, port));
    return { note: "ready", value: undefined };
  });
  isUp = true;
  console.log(startBlock({ port, administrator, mailbox: ports?.web, data }));
  administrator.shown();
}

/** The database of DATABASE_URL when it answers, or our own server. */
async function database(
  serverFolder: string | undefined,
  keep: (service: Service) => Promise<void>,
): Promise<{ note: string; value: string }> {
  if (!serverFolder) {
    const url = process.env.DATABASE_URL ?? "";
    await checkDatabase(url);
    const { host, pathname } = new URL(url);
    return { note: `DATABASE_URL: ${decodeURIComponent(pathname.slice(1))} on ${host}`, value: url };
  }
  let url = "";
  const start = async () => {
    const own = await startOwnDatabase(serverFolder);
    url = own.url;
    return own.server;
  };
  const log = path.join(serverFolder, "postgres.log");
  await keep({ name: "database", log, start });
  boundLog(log);
  return { note: "started", value: url };
}
