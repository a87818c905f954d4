// What an import graph cannot see; who may import whom is in .dependency-cruiser.cjs.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { environmentSchema } from "@/lib/server/env";
import en from "@/messages/en";
import es from "@/messages/es";

const read = (file: string) => readFileSync(file, "utf8");
const product = globSync(["{app,components,lib,prisma,scripts}/**/*.{ts,tsx,mjs}", "proxy.ts"], {
  ignore: ["prisma/generated/**", "**/*.test.*", "**/*.d.ts"],
}).toSorted();
const inFolder = (folder: string) => product.filter((file) => file.startsWith(folder));
const isServerOnly = /\/(select|queries|admin-queries|mutations|jobs|[a-z-]+-sql)\.ts$/;
const nouns = [...new Set(inFolder("lib/").map((file) => file.split("/")[1] ?? ""))].filter(
  (folder) => folder !== "server" && folder !== "shared",
);

describe("directives", () => {
  test.each(inFolder("lib/").filter((file) => isServerOnly.test(file)))("%s can only run on the server", (file) => {
    expect(read(file)).toMatch(/^(\/\/.*\n|\s)*import "server-only";/);
  });

  test.each(inFolder("lib/").filter((file) => file.endsWith("/actions.ts")))("%s is a file of actions", (file) => {
    expect(read(file)).toMatch(/^"use server";/);
  });

  test("no action closes over values: the key of the actions' names is fixed, and would not seal them", () => {
    const inside = product.filter((file) => /^[^\S\n]+["']use server["']|[^\n;]\s["']use server["']/m.test(read(file)));
    expect(inside).toEqual([]);
  });

  test("pages people read are sent without scripts, so nothing there asks to run in the browser", () => {
    const clients = inFolder("app/[locale]/(reading)/").filter((file) => /^"use client"/m.test(read(file)));
    expect(clients.filter((file) => !file.endsWith("/error.tsx"))).toEqual([]);
  });
});

describe("statements of SQL", () => {
  const building = product.filter((file) => /\bPrisma\.(Sql|sql|raw|join)\b/.test(read(file)));
  test("are put together only in files that are called so", () => {
    expect(building.filter((file) => !/^lib\/[^/]+\/[a-z-]+-sql\.ts$/.test(file))).toEqual([]);
    expect(building.length).toBeGreaterThan(0);
  });

  test.each(building)("%s calls what returns a part of one so", (file) => {
    const functions = [...read(file).matchAll(/function (\w+)\([\s\S]*?\): ([\w.]+)/g)];
    const parts = functions.flatMap(([, name = "", returned]) => (returned === "Prisma.Sql" ? name : []));
    expect(parts.filter((name) => !name.endsWith("Sql"))).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
  });
});

test("an IP is counted in one place, which knows the networks of IPv6, and has its line for costly pages in another", () => {
  const counting = product.filter((file) => /\bclientNetworks\(/.test(read(file)));
  const places = ["lib/server/client-ip.ts", "lib/server/costly-requests.ts", "lib/server/ip-limit.ts"];
  expect(counting).toEqual(places);
});

describe("days", () => {
  // A moment's first ten letters are its day in Greenwich: in the evening that is tomorrow for whom we serve.
  test("only the day of a date column is cut out of its text", () => {
    const cut = product.filter((file) => /toISOString\(\)\s*\.(slice\(0, 10\)|substring|split)/.test(read(file)));
    expect(cut).toEqual(["lib/shared/dates.ts"]);
    expect(product.filter((file) => /toIsoDate\([^()]*At\)/.test(read(file)))).toEqual([]);
  });
});

describe("authority", () => {
  const pages = inFolder("app/admin/").filter(
    (file) => /\/(page|route)\.tsx?$/.test(file) && !file.includes("/sign-in/"),
  );
  test.each(pages)("%s asks who is there", (file) => {
    expect(read(file)).toMatch(/await requireStaff\(/);
  });

  test.each(inFolder("lib/").filter((file) => file.endsWith("/admin-queries.ts")))(
    "%s reads only for a staff session, its first argument",
    (file) => {
      const asyncFunctions =
        /export (?:async function \w+|function \w+(?=\([^)]*\)\s*:\s*Promise))\(\s*(\w+)\s*:\s*(\w+)/g;
      const heads = [...read(file).matchAll(asyncFunctions)];
      expect(heads.length).toBeGreaterThan(0);
      for (const [, name, type] of heads) expect(`${name}: ${type}`).toMatch(/^_?staff: StaffSession$/);
    },
  );
});

describe("the order of nouns", () => {
  const written = /Bottom first: ([^\n]*)/.exec(read("STYLE.md"))?.[1] ?? "";
  const floors = written.split(";").map((floor) => [...floor.matchAll(/`([a-z-]+)`/g)].map(([, noun]) => noun ?? ""));
  const floorOf = new Map(floors.flatMap((floor, index) => floor.map((noun) => [noun, index] as const)));

  test("STYLE.md names each once", () => {
    expect(floors.flat().toSorted()).toEqual(nouns.toSorted());
  });

  test.each(nouns)("%s stands on what is written below it", (noun) => {
    const used = inFolder(`lib/${noun}/`).flatMap((file) => [...read(file).matchAll(/"@\/lib\/([a-z-]+)\//g)]);
    const below = [...new Set(used.map(([, other]) => other ?? ""))].filter((other) => nouns.includes(other));
    const floor = floorOf.get(noun) ?? -1;
    expect(below.filter((other) => other !== noun && (floorOf.get(other) ?? floor) >= floor)).toEqual([]);
  });
});

describe("names", () => {
  test("no file is called after nothing", () => {
    expect(product.filter((file) => /\/(utils?|helpers?|misc|common|index)\.(ts|tsx)$/.test(file))).toEqual([]);
  });

  test("components are named in kebab case", () => {
    expect(
      inFolder("components/").filter((file) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|tsx)$/.test(file)),
    ).toEqual([]);
  });

  test("every noun has a folder of plain TypeScript", () => {
    expect(nouns.length).toBeGreaterThan(3);
    expect(inFolder("lib/").filter((file) => file.endsWith(".tsx"))).toEqual([]);
  });
});

describe("forms of the staff area", () => {
  const staff = inFolder("components/admin/");
  const importing = (name: string) =>
    staff.filter((file) => new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from`).test(read(file)));

  test("say beside each field for words who will read them", () => {
    expect(importing("TextArea")).toEqual(["components/admin/staff-area.tsx"]);
    expect(importing("StaffArea").length).toBeGreaterThan(5);
  });

  test("are of the one kind that loses no words when a session has ended", () => {
    // Nobody is signed in there yet.
    const before = ["components/admin/people/sign-in-form.tsx"];
    expect(importing("useActionState")).toEqual([...before, "components/admin/staff-forms.tsx"]);
    const plain = staff.filter((file) => /<form(?![^>]*method="get")\s/.test(read(file)));
    const wordless = ["admin-frame", "kept-notice", "methods/table"].map((name) => `components/admin/${name}.tsx`);
    expect(plain).toEqual([...wordless, ...before, "components/admin/staff-forms.tsx"].toSorted());
  });

  test.each(inFolder("lib/").filter((file) => file.endsWith("/actions.ts")))(
    "%s hands its forms to the gate",
    (file) => {
      const actions = read(file)
        .split(/^export async function /m)
        .slice(1);
      const taking = actions.filter(
        (action) => /^[^{]*form: FormData/.test(action) && action.includes("requireStaff("),
      );
      const withWords = taking.filter((action) => !action.startsWith("forgetFormsAction"));
      expect(withWords.filter((action) => !/requireStaff\([^)]*, form\)/.test(action))).toEqual([]);
    },
  );
});

describe("forms that anybody may send", () => {
  test("are of the one kind that works without scripts and loses no words", () => {
    const others = product.filter((file) => !file.startsWith("components/admin/"));
    const own = others.filter((file) => /import \{[^}]*\b(useActionState|useForm)\b[^}]*\} from/.test(read(file)));
    expect(own).toEqual(["components/ui/use-enhanced-form.ts"]);
  });
});

describe("size", () => {
  test("no file is over 300 lines, no page over 100", () => {
    const lines = (file: string) => read(file).split("\n").length;
    expect(product.filter((file) => lines(file) > 301)).toEqual([]);
    expect(product.filter((file) => file.endsWith("/page.tsx") && lines(file) > 101)).toEqual([]);
  });
});

describe("tests", () => {
  const tests = globSync(["tests/**/*.{ts,tsx,mjs}", "{app,components,lib,scripts}/**/*.test.{ts,tsx}"]).filter(
    (file) => !file.startsWith("tests/architecture"),
  );

  test("none waits a fixed time, or for a network to fall silent", () => {
    expect(tests.filter((file) => /waitForTimeout|networkidle/.test(read(file)))).toEqual([]);
  });

  test("every limit can be made longer by one setting", () => {
    const bare = /[tT]imeout: \d|^\s*\}, [\d_]+\);|\bvi\.waitFor\(/m;
    expect(tests.filter((file) => bare.test(read(file)))).toEqual(["tests/support/eventually.ts"]);
  });

  test("what runs side by side in the browser writes nothing", () => {
    const readers = tests.filter((file) => file.startsWith("tests/e2e/reading/"));
    expect(readers.length).toBeGreaterThan(5);
    expect(readers.filter((file) => /writing-test|staff-browser|public-forms/.test(read(file)))).toEqual([]);
  });
});

describe("settings", () => {
  test(".env.example names exactly the settings the house reads", () => {
    const named = [...read(".env.example").matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });

  test("only lib/server/env reads the environment of the product", () => {
    const allowed = [
      "lib/server/env.ts",
      // Plain JavaScript that Next loads itself, before any of our modules.
      "lib/server/page-cache-handler.mjs",
      // Next replaces NODE_ENV at build time; the proxy reads nothing else.
      "lib/server/csp.ts",
      // Hands it on to the programs of PostgreSQL that it starts.
      "lib/server/postgres-programs.ts",
    ];
    const readers = product.filter((file) => !file.startsWith("scripts/") && read(file).includes("process.env"));
    expect(readers.filter((file) => !allowed.includes(file))).toEqual([]);
  });
});

describe("cookies", () => {
  test("are given by lib/server/own-cookies alone, which binds them to the site", () => {
    const givers = product.filter((file) =>
      /\bcookies\b[^;\n]*from "next\/headers"|\.cookies\.set\(|set-cookie["']/.test(read(file)),
    );
    // The sign-in library's answer is read, and its session given on by lib/server/own-cookies. An answer with a cookie is
    // for one visitor, so it is not kept for others.
    expect(givers).toEqual(["lib/server/own-cookies.ts", "lib/server/page-request.ts", "lib/staff/cookies.ts"]);
  });
});

describe("languages", () => {
  const keysOf = (value: object, path = ""): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" ? keysOf(inner as object, `${path}${key}.`) : `${path}${key}`,
    );
  const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).toSorted();
  const lookUp = (messages: object, key: string) =>
    key.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], messages) as string;

  test("English and Spanish have the same keys", () => {
    expect(keysOf(es).toSorted()).toEqual(keysOf(en).toSorted());
  });

  test("English and Spanish take the same arguments, and no message is empty", () => {
    const odd = keysOf(en).filter((key) => {
      const [english, spanish] = [lookUp(en, key), lookUp(es, key)];
      const simple = !english.includes(", plural") && !english.includes(", select");
      return !english || !spanish || (simple && argumentsOf(english).join() !== argumentsOf(spanish).join());
    });
    expect(odd).toEqual([]);
  });
});

describe("privacy", () => {
  test("nothing in the product is fetched from a third party", () => {
    const fetched = /(?:src|srcSet|action)=["'{`]+https?:|@import url\(["']?https?:|fetch\(\s*["'`]https?:/;
    expect([...product, ...globSync("app/**/*.css")].filter((file) => fetched.test(read(file)))).toEqual([]);
  });

  test("server HTML carries no style attribute, which the content security policy would refuse", () => {
    const styled = [...inFolder("app/"), ...inFolder("components/")].filter((file) => /\sstyle=\{/.test(read(file)));
    expect(styled).toEqual([]);
  });
});
