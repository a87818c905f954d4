import { expect, test, vi } from "vitest";

test("what others print is a line of the log, without an exception's message", async () => {
  vi.stubEnv("LOG_LEVEL", "info");
  vi.resetModules();
  const { logConsole } = await import("./console-lines");
  const before = { ...console };
  const lines: string[] = [];
  const output = vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  logConsole();
  const { error, log } = console;
  error(" ⨯", Object.assign(new TypeError("ana@example.org is taken"), { digest: "123" }));
  log("Ready\nin 3 s");
  output.mockRestore();
  Object.assign(console, before);
  vi.unstubAllEnvs();
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ level: "error", event: "console.line", kind: "TypeError", digest: "123" }),
    expect.objectContaining({ level: "info", event: "console.line", said: "Ready" }),
  ]);
  expect(lines.join("")).not.toContain("ana@");
});
