import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { shippedOnly, writeSbom } from "./sbom.mjs";

interface Locked {
  version: string;
  integrity?: string;
  inBundle?: boolean;
  dev?: boolean;
}
const lockText = readFileSync("package-lock.json", "utf8");
const locked = Object.entries((JSON.parse(lockText) as { packages: Record<string, Locked> }).packages).slice(1);
const nameOf = (at: string) => at.split("node_modules/").at(-1);
const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), "sbom-")), "sbom.json");

interface Written {
  metadata: { component: { name: string } };
  components: { name: string; version: string; hashes?: { alg: string; content: string }[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}
async function written(): Promise<{ text: string; sbom: Written }> {
  const file = newFile();
  await writeSbom(file);
  const text = readFileSync(file, "utf8");
  return { text, sbom: JSON.parse(text) as Written };
}

afterEach(() => vi.unstubAllEnvs());

describe("the list of what is shipped", () => {
  test("has each locked package of production, with version and hash, and no other", async () => {
    const { text, sbom } = await written();
    const shipped = locked.filter(([, { dev }]) => !dev);
    const hex = ({ integrity }: Locked) => integrity && Buffer.from(integrity.slice(7), "base64").toString("hex");
    // A package may come twice, once inside another one's file: then that file's hash covers it.
    const inside = shipped
      .filter(([, { inBundle }]) => inBundle)
      .map(([at, { version }]) => `${nameOf(at)}@${version}`);
    const hashes = new Map(inside.map((id): [string, string | undefined] => [id, undefined]));
    for (const [at, one] of shipped.filter(([, { inBundle }]) => !inBundle))
      hashes.set(`${nameOf(at)}@${one.version}`, hex(one));
    const expected = [...hashes].map(([id, hash]) => `${id} ${hash}`);
    const listed = sbom.components.map(({ name, version, hashes }) => `${name}@${version} ${hashes?.[0]?.content}`);
    expect(listed.toSorted()).toEqual(expected.toSorted());
    expect(new Set(sbom.components.flatMap(({ hashes = [] }) => hashes.map(({ alg }) => alg)))).toEqual(
      new Set(["SHA-512"]),
    );
    // What both the site and a tool of development need is shipped.
    expect(listed.some((text) => text.startsWith("pg-types@"))).toBe(true);
    expect(listed.some((text) => text.startsWith("knip@"))).toBe(false);
    const refs = new Set(sbom.dependencies.map(({ ref }) => ref));
    expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
    expect(sbom.metadata.component.name).toBe("best-heroin-rehab");
    expect(text).not.toContain(path.dirname(process.cwd()));
    expect(text.match(/https?:[^"]*/g)).toEqual(["http://cyclonedx.org/schema/bom-1.5.schema.json"]);
  });

  test("is not there when npm cannot say it, and the build ends in words", async () => {
    vi.stubEnv("npm_execpath", "/nowhere/npm-cli.js");
    await expect(writeSbom(newFile())).rejects.toThrow(/^npm sbom failed/);
  });

  test.each([
    ["nothing", "", /printed no list of packages/],
    ["another list", '{"spdxVersion":"SPDX-2.3"}', /printed no list of packages/],
    ["too few", '{"bomFormat":"CycloneDX","metadata":{},"components":[],"dependencies":[]}', /lists 0 of the \d+/],
  ])("is refused when npm prints %s", (_, printed, words) => {
    expect(() => shippedOnly(printed, lockText)).toThrow(words);
  });
});
