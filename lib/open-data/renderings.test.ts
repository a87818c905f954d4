import { expect, test, vi } from "vitest";
import { keepRenderings } from "./renderings";

test("what was made is kept under its key, also while it is being made", async () => {
  const kept = keepRenderings<number>(2);
  const render = vi.fn<() => Promise<number>>(() => Promise.resolve(1));
  await Promise.all([kept("a", render), kept("a", render)]);
  expect(render).toHaveBeenCalledOnce();
});

test("only what was asked for last is kept", async () => {
  const kept = keepRenderings<string>(2);
  const made: string[] = [];
  const ask = (key: string) => kept(key, async () => (made.push(key), key));
  for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("what failed is made again", async () => {
  const kept = keepRenderings<string>(1);
  await expect(kept("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept("a", () => Promise.resolve("made"))).toBe("made");
});
