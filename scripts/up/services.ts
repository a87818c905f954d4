import path from "node:path";
import { NEXT } from "../setup/build.mjs";
import { SERVER_TYPESCRIPT, startNode, stopGroup } from "../setup/commands.mjs";
import { lineKeeper, passLines } from "../setup/log-lines.mjs";
import type { Service } from "./supervisor";

/** The local mailbox: SMTP and pages on their ports, mails in `$DATA_DIR/mail/`. */
export function mailboxService(ports: { smtp: number; web: number }, data: string): Service {
  const args = ["scripts/mailbox.ts", "--folder", path.join(data, "mail")];
  return node(
    "mailbox",
    ["--import", "tsx", ...args, "--smtp", `${ports.smtp}`, "--web", `${ports.web}`],
    process.env,
    data,
  );
}

export function workerService(env: NodeJS.ProcessEnv, data: string): Service {
  return node("worker", [...SERVER_TYPESCRIPT, "scripts/worker.ts"], env, data);
}

/** The built site; or Next's development server, which writes to the terminal. */
export function siteService(env: NodeJS.ProcessEnv, data: string, development: boolean): Service {
  const args = [NEXT, development ? "dev" : "start", "-p", `${env.PORT}`, "-H", `${env.HOST}`];
  return node("site", args, env, development ? undefined : data);
}

function node(name: string, args: string[], env: NodeJS.ProcessEnv, data: string | undefined): Service {
  const log = data && path.join(data, "logs", `${name}.log`);
  // One for all its starts: the last words of one that died stand before the first of the next.
  const keep = log && lineKeeper(log);
  return {
    name,
    log,
    start: () => {
      const process = startNode(args, { env, log: log && "pipe" });
      if (keep) passLines(process, name, keep);
      return Promise.resolve({ process, stop: () => stopGroup(process) });
    },
  };
}
