import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatePassword } from "./password";
import { isGuessable, ownWords } from "./password-strength";

const ana = { name: "Ana María Quetzal", email: "ana.quetzal@hospital.example" };

describe("a password that could be guessed", () => {
  test.each([
    "password1234",
    "Password12345!",
    "contraseña123",
    "qwertyuiop12",
    "aaaaaaaaaaaaaaaaaaaa",
    "123456789012",
    "anaquetzal2026",
    "QuetzalAna2026",
    "ana.quetzal1",
    "anamariaquetzal",
    "Ana María Quetzal",
    "ana.quetzal@hospital.example",
    "bestheroinrehab1",
    "Best Heroin Rehab",
    "heroinrehab2026",
    "hospital2026",
  ])("%s", async (password) => {
    expect(await isGuessable(password, ana)).toBe(true);
  });
});

describe("a password that will do", () => {
  test.each(["correct horse battery", "casa perro luna verde", "only-for-these-tests-2b7", "another long password"])(
    "%s",
    async (password) => {
      expect(await isGuessable(password, ana)).toBe(false);
    },
  );

  test("is every one that we generate, whoever gets it", async () => {
    for (let times = 0; times < 5; times += 1) expect(await isGuessable(generatePassword(), ana)).toBe(false);
  });
});

test("the longest is judged as quickly as others, and by its beginning", async () => {
  const longest = "x".repeat(20) + "abcdefghijklmnop1!".repeat(6);
  expect(await isGuessable(longest, ana)).toBe(await isGuessable(longest.slice(0, 40), ana));
});

test("no name or email breaks it, and none of its words is too short to mean anything", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, email) => {
      expect(ownWords({ name, email }).every((word) => word.length >= 3)).toBe(true);
    }),
  );
});
