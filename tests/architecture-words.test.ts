// The words of STYLE.md's glossary, as far as a tool can hold them.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";

const files = globSync(["{app,components,lib,scripts}/**/*.{ts,tsx,mjs}", "*.ts"], {
  ignore: ["**/*.test.*", "**/*.d.ts"],
}).toSorted();

interface Declared {
  file: string;
  name: string;
  kind: ts.SyntaxKind;
  isExported: boolean;
}

/** Every name that a file gives to a type, a function, a variable or a parameter; the names of properties are not among them. */
function declaredIn(file: string): Declared[] {
  const declared: Declared[] = [];
  const visit = (node: ts.Node): void => {
    const isNaming =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isTypeParameterDeclaration(node);
    if (isNaming && node.name && ts.isIdentifier(node.name)) {
      const isExported = ts.canHaveModifiers(node) && ts.getModifiers(node)?.[0]?.kind === ts.SyntaxKind.ExportKeyword;
      declared.push({ file, name: node.name.text, kind: node.kind, isExported });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return declared;
}

const declared = files.flatMap(declaredIn);
const spelled = ({ file, name }: Declared) => `${file} ${name}`;

describe("the words of the glossary", () => {
  test("a bound begins with MAX_ or MIN_", () => {
    const first = /^(MOST|LONGEST|LARGEST|BIGGEST|HIGHEST|OLDEST|DEEPEST|FARTHEST|MAXIMUM)(_|$)/;
    const least = /^(LEAST|SHORTEST|SMALLEST|LOWEST|FEWEST|FASTEST|MINIMUM)(_|$)/;
    const last = /_(MAX|MIN|MAXIMUM|MINIMUM|LIMIT|AT_MOST|AT_LEAST)(_|$)/;
    const bounds = declared.filter(({ name }) => first.test(name) || least.test(name) || last.test(name));
    // So many requests in so many seconds: a rate, as lib/server/rate-limit has them.
    expect(bounds.map(spelled)).toEqual(["lib/open-data/limit.ts OPEN_LIMIT"]);
    expect(declared.filter(({ name }) => /^(MAX|MIN)_/.test(name)).length).toBeGreaterThan(40);
  });

  test("a record of the site is a listing, in every type", () => {
    const types = [ts.SyntaxKind.InterfaceDeclaration, ts.SyntaxKind.TypeAliasDeclaration, ts.SyntaxKind.TypeParameter];
    const places = declared.filter(({ kind, name }) => types.includes(kind) && /Place(s|d|[A-Z]|$)/.test(name));
    expect(places.map(spelled)).toEqual([]);
  });

  test("an address is postal", () => {
    const postal =
      /^(lib\/(sources\/(address|additional-locations)|open-data\/hsds\/types|statements\/identity|matches\/match)\.ts|components\/listings\/(address|nearby-licenses)\.tsx) /;
    // The columns of Mail and Outreach with the email that a mail goes to: a name that is in the database.
    const column = /^lib\/(outreach\/(admin-queries|jobs|mutations|select)|receipts\/letters)\.ts address$/;
    const others = declared.filter(({ name }) => /address/i.test(name)).map(spelled);
    expect(others.filter((each) => !postal.test(each) && !column.test(each))).toEqual([]);
    expect(others.length).toBeGreaterThan(10);
  });

  test("what a person allows is a consent", () => {
    const permissions = declared.filter(({ name }) => /permission|permitted/i.test(name));
    expect(permissions.map(spelled)).toEqual([]);
  });

  test("no file is named by one of the words that say less", () => {
    const said = files.filter((file) => /(?<![a-z])(place|places|permission|permissions)(?![a-z])/.test(file));
    expect(said).toEqual([]);
    const addresses = files.filter((file) => /address/.test(file));
    expect(addresses).toEqual(["components/listings/address.tsx", "lib/sources/address.ts"]);
  });
});

describe("the name of a file in lib", () => {
  const nine = "types schema select queries admin-queries mutations actions jobs paths".split(" ");
  /** Terms that mean the same in each noun that has them. */
  const shared = [
    "mails", // the words of a noun's own mails
    "readings", // what the metrics say of a noun
    "sealed", // a noun's encrypted columns
    "watch", // what the worker looks after for a noun
  ];

  test("stands in one noun only", () => {
    const names = files
      .filter((file) => /^lib\/[^/]+\/[^/]+$/.test(file))
      .map((file) => file.split("/")[2]?.replace(/\.\w+$/, "") ?? "");
    const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
    expect(repeated.filter((name) => !nine.includes(name)).toSorted()).toEqual(shared);
  });
});
