// Authority is a value: who acts comes first wherever something is written, and what was done is one closed list.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { SYSTEM_NAMES } from "@/lib/audit/actor";
import { AUDIT_ACTIONS } from "@/lib/audit/types";
import en from "@/messages/en";
import es from "@/messages/es";

const read = (file: string) => readFileSync(file, "utf8");
const parse = (file: string) => ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
const product = globSync(["{app,components,lib,prisma,scripts}/**/*.{ts,tsx}", "proxy.ts"], {
  ignore: ["prisma/generated/**", "**/*.test.*", "**/*.d.ts"],
}).toSorted();
const tests = globSync(["tests/**/*.{ts,tsx}", "{app,components,lib,scripts}/**/*.test.{ts,tsx}"])
  .filter((file) => !file.startsWith("tests/architecture"))
  .toSorted();
const mutations = product.filter((file) => file.endsWith("/mutations.ts"));

const ACTORS = new Set([
  "Actor",
  "StaffSession",
  "StaffActor",
  "Visitor",
  "ReceiptHolder",
  "FormSender",
  "SystemActor",
]);
const isActor = (type: string) => type.split(" | ").every((each) => ACTORS.has(each));

describe.each(mutations)("whatever %s lends", (file) => {
  const written = parse(file).statements.filter((each) => isExported(each) && !isShape(each));

  test("is a function, or the name of a job", () => {
    const others = written.filter((each) => !ts.isFunctionDeclaration(each)).map((each) => each.getText());
    expect(others.filter((text) => !/^export const [A-Z_]+_TASK = "\w+";$/.test(text))).toEqual([]);
  });

  test.each(written.filter(ts.isFunctionDeclaration).map((each) => [each.name?.text ?? "", each] as const))(
    "%s is told who acts first, or works in the transaction of whoever was",
    (_, { parameters, body }) => {
      const [first = "", ...others] = parameters.map(({ type }) => type?.getText() ?? "");
      if (isActor(first)) return;
      expect(first).toBe("Db");
      expect(parameters[0]?.initializer).toBeUndefined();
      expect(others.findLastIndex(isActor)).toBeLessThan(1);
      expect(usesOf(body, "db")).toBe(0);
    },
  );
});

/** How often a piece of code reads the variable `name`. */
function usesOf(node: ts.Node | undefined, name: string): number {
  if (!node) return 0;
  const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  let count = ts.isIdentifier(node) && node.text === name && !isProperty ? 1 : 0;
  ts.forEachChild(node, (child) => void (count += usesOf(child, name)));
  return count;
}

function isExported(node: ts.Statement): boolean {
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isShape(node: ts.Statement): boolean {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

describe("who acts", () => {
  const inCode = (pattern: RegExp, files = product) => files.filter((file) => pattern.test(read(file)));

  test("is never a bare id", () => {
    const naming = inCode(/\bactorId\b/, [...product, ...tests.filter((file) => file.startsWith("tests/support/"))]);
    // What the audit keeps, and what reads it.
    expect(naming).toEqual(["lib/audit/mutations.ts", "lib/audit/queries.ts", "lib/staff/admin-queries.ts"]);
  });

  test("is minted where it is proven, and in tests in one place", () => {
    const files = [...product, ...tests];
    const claims = /\bas (unknown as )?(StaffSession|StaffActor)\b|satisfies StaffSession\b/;
    expect(inCode(claims, files)).toEqual(["lib/staff/session.ts", "tests/support/actors.ts"]);
    expect(inCode(/\bas (unknown as )?ReceiptHolder\b/, files)).toEqual(["lib/receipts/queries.ts"]);
  });

  test("is the system only where no person asked: in commands, tasks of the worker, and the gate", () => {
    const claiming = inCode(/\bsystem\("/);
    const allowed = /^(scripts|prisma\/seed)\/|^lib\/[a-z-]+\/(jobs|watch)\.ts$|^lib\/staff\/(session|sign-in)\.ts$/;
    expect(claiming.filter((file) => !allowed.test(file))).toEqual([]);
    expect(inCode(/\{ system: /)).toEqual(["lib/audit/actor.ts"]);
  });

  test("has a name that somebody acts under, with words in both languages", () => {
    const acting = product.flatMap((file) => [...read(file).matchAll(/\bsystem\("(\w+)"\)/g)].map(([, name]) => name));
    expect([...new Set(acting)].toSorted()).toEqual([...SYSTEM_NAMES]);
    for (const { admin } of [en, es])
      expect(Object.keys(admin.audit.actors).toSorted()).toEqual([...SYSTEM_NAMES, "visitor"].toSorted());
  });
});

describe("what was done", () => {
  const actions: readonly string[] = AUDIT_ACTIONS;

  test("is written down somewhere, each of the list", () => {
    // What records, and what makes the events that others record.
    const records = /\brecordAudits?\(|: AuditEvent\b|\baction: AuditAction\b/;
    const recording = product.filter((file) => records.test(read(file)) && !file.startsWith("lib/audit/"));
    const recorded = new Set(recording.flatMap((file) => textsIn(parse(file))));
    expect(actions.filter((action) => !recorded.has(action))).toEqual([]);
  });

  test("is read by a name of the list, in the database's own rules too", () => {
    const named = [
      ...[...product, ...tests].flatMap((file) => [...read(file).matchAll(/\baction: "([^"]+\.[^"]+)"/g)]),
      ...globSync("prisma/migrations/*/migration.sql").flatMap((file) => [
        ...read(file).matchAll(/"action" (?:=|<>) '([^']+)'/g),
        ...[...read(file).matchAll(/"action" IN \(([^)]+)\)/g)].flatMap(([, list = ""]) => [
          ...list.matchAll(/'([^']+)'/g),
        ]),
      ]),
    ].map(([, action]) => action ?? "");
    expect(named.length).toBeGreaterThan(actions.length / 2);
    expect(named.filter((action) => !actions.includes(action))).toEqual([]);
  });

  test("is in order, each once, with words in both languages", () => {
    expect([...new Set(actions)].toSorted()).toEqual([...actions]);
    for (const { admin } of [en, es]) {
      const words = Object.entries(admin.audit.actions).flatMap(([noun, verbs]) =>
        Object.keys(verbs).map((verb) => `${noun}.${verb}`),
      );
      expect(words.toSorted()).toEqual([...actions]);
    }
  });
});

/** The texts of a file that it hands on, those apart by which it asks what was recorded before. */
function textsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isCallExpression(node) && node.expression.getText() === "wasRecorded") return [];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...textsIn(child)));
  return found;
}
