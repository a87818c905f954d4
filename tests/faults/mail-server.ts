import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** How the server treats one mail, by its Message-ID and how often it was offered before. */
export type Treatment = "take" | "busy" | "refuse" | "hang" | "drop" | "slow";

const SLOW_MS = 700;

/** A mail server on loopback that behaves as told and remembers every mail it took. */
export class MailServer {
  /** Message-ID → how often it was taken. */
  readonly taken = new Map<string, number>();
  /** Message-ID → how often it was offered. */
  readonly offered = new Map<string, number>();
  treat: (to: string, messageId: string, before: number) => Treatment = () => "take";
  #server: SMTPServer | undefined;
  /** By the sender's port. */
  readonly #sockets = new Map<number, Socket>();
  /** Repeats this server brought about by taking a mail and hanging up. */
  forced = 0;
  port = 0;

  /** @param pace how long it takes for each step (connection, MAIL FROM, RCPT TO) and to take a mail, in milliseconds */
  constructor(readonly pace = { stepMs: 0, takeMs: 0 }) {}

  async start(): Promise<void> {
    const step = (done: () => void) => void pause(this.pace.stepMs).then(done);
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onConnect: (_session, done) => step(done),
      onMailFrom: (_email, _session, done) => step(done),
      onRcptTo: (_email, _session, done) => step(done),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => void this.#receive(Buffer.concat(parts).toString("latin1"), session, done));
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.port, "127.0.0.1", resolve);
    });
    server.server.on("connection", (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.#sockets.set(port, socket);
      socket.once("close", () => this.#sockets.delete(port));
    });
    const bound = server.server.address();
    if (bound && typeof bound === "object") this.port = bound.port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  async #receive(source: string, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const messageId = /^message-id:\s*<([^>]+)>/im.exec(source)?.[1] ?? "none";
    const before = this.offered.get(messageId) ?? 0;
    this.offered.set(messageId, before + 1);
    const to = session.envelope.rcptTo[0]?.address ?? "";
    const treatment = this.treat(to, messageId, before);
    if (treatment === "busy") return done(Object.assign(new Error("Busy"), { responseCode: 451 }));
    if (treatment === "refuse") return done(Object.assign(new Error(`Unknown ${to}`), { responseCode: 550 }));
    if (treatment === "hang") return;
    await pause(treatment === "slow" ? SLOW_MS : this.pace.takeMs);
    this.taken.set(messageId, (this.taken.get(messageId) ?? 0) + 1);
    // Taken, but the sender never hears of it.
    if (treatment === "drop") return void this.#sockets.get(session.remotePort)?.destroy();
    done();
  }
}
