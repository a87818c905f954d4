import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";

const mail = {
  to: ["ana@example.org"],
  from: "House <no-reply@example.com>",
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello</p>",
  messageId: "1@example.com",
};

let server: Server | undefined;
afterEach(() => server?.close());

/** The module, sending to a server that treats each connection as told. */
async function mailerWith(onConnection: (socket: Socket) => void) {
  const listening = createServer(onConnection);
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, "127.0.0.1", resolve);
  });
  const bound = listening.address();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`);
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
  vi.resetModules();
  return import("./mailer");
}

describe("nothing a person types can become a header", () => {
  let connections = 0;
  let mailer: Awaited<ReturnType<typeof mailerWith>>;
  beforeAll(async () => {
    mailer = await mailerWith((socket) => {
      connections += 1;
      socket.destroy();
    });
  });

  test.each([
    ["recipient", { to: ["ana@example.org\r\nBcc: all@example.org"] }],
    ["second recipient", { to: ["ana@example.org, all@example.org"] }],
    ["named recipient", { to: ["Ana <ana@example.org>"] }],
    ["missing recipient", { to: [] }],
    ["subject", { subject: "Hello\nBcc: all@example.org" }],
    ["sender", { from: "House\r\nX: y <no-reply@example.com>" }],
    ["answer email", { replyTo: "a@example.org\r\nX: y" }],
    ["header's name", { headers: { "X\r\nBcc": "y" } }],
    ["header's value", { headers: { X: "y\u0000" } }],
    ["message id", { messageId: "1\r\n@example.com" }],
  ])("a broken %s is refused before the server is asked", async (_, changes) => {
    await expect(mailer.sendMail({ ...mail, ...changes })).rejects.toMatchObject({
      code: "EENVELOPE",
      permanent: true,
    });
    expect(connections).toBe(0);
  });
});

describe("a failure is told as a code, without the server's words", () => {
  test.each([
    ["421 too busy for ana@example.org\r\n", "SMTP 421", false],
    ["554 go away\r\n", "SMTP 554", true],
  ])("greeted with %j", async (greeting, code, permanent) => {
    const { sendMail } = await mailerWith((socket) => void socket.end(greeting));
    await expect(sendMail(mail)).rejects.toMatchObject({ name: "MailNotSent", message: code, code, permanent });
  });

  test("hung up on", async () => {
    const { sendMail } = await mailerWith((socket) => void socket.destroy());
    await expect(sendMail(mail)).rejects.toMatchObject({ code: "ECONNECTION", permanent: false });
  });
});
