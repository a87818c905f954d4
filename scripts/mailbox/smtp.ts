import { SMTPServer } from "smtp-server";

const MAX_BYTES = 10 * 1024 * 1024;

/**
 * A real SMTP server on loopback that takes every mail.
 * @param port 0 for any free one
 * @param keep is awaited before the sender is told that the mail was taken
 * @returns its port, and how to stop it
 */
export async function startSmtp(
  port: number,
  keep: (source: Buffer) => Promise<void>,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: MAX_BYTES,
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("Larger than 10 MB"), { responseCode: 552 }));
        keep(Buffer.concat(parts)).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A sender that hangs up in the middle is no reason to end.
  server.on("error", () => undefined);
  const bound = server.server.address();
  return {
    port: bound && typeof bound === "object" ? bound.port : port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
