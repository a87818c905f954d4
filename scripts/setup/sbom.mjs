import { readFileSync, writeFileSync } from "node:fs";
import { runNpm } from "./commands.mjs";
import { Failure } from "./failure.mjs";

const PRINTED = ".data/logs/sbom.log";

/**
 * @typedef {{ dev?: boolean, name?: string, version?: string }} LockedPackage
 * @typedef {{ "bom-ref": string, name: string, version: string }} Component
 * @typedef {{ bomFormat: string, metadata: { component: object }, components: Component[],
 *   dependencies: { ref: string, dependsOn: string[] }[] }} Sbom
 */

/**
 * Writes what the site is made of, for whoever has to know whether a package with a hole is in it: the packages of
 * production that package-lock.json names, with versions, licenses and hashes, as CycloneDX. Asks no registry.
 * @param {string} file
 * @throws Failure when npm cannot say it
 */
export async function writeSbom(file) {
  const asked = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"];
  await runNpm([...asked, "--loglevel", "error", "--no-update-notifier"], PRINTED);
  const sbom = shippedOnly(readFileSync(PRINTED, "utf8"), readFileSync("package-lock.json", "utf8"));
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
}

/**
 * What is shipped, of all that npm lists: what it installs when development is left out, on any platform. We ask for all and choose by the lock, because `--omit dev` also leaves out
 * whatever a tool of development needs too, such as `pg-types`. npm calls the site by the name of its folder and could
 * name the registry: neither is anybody's business.
 * @param {string} printed what `npm sbom` printed
 * @param {string} lock text of package-lock.json
 * @returns {Sbom}
 * @throws Failure when npm printed something else
 */
export function shippedOnly(printed, lock) {
  const all = readSbom(printed);
  /** @type {{ name: string, packages: Record<string, LockedPackage> }} */
  const { name, packages } = JSON.parse(lock);
  const shipped = new Set(
    Object.entries(packages)
      .filter(([at, { dev }]) => at !== "" && !dev)
      .map(([at, locked]) => `${locked.name ?? at.slice(at.lastIndexOf("node_modules/") + 13)}@${locked.version}`),
  );
  const root = { ...all.metadata.component, name, type: "application" };
  const components = all.components
    .filter((component) => shipped.has(`${component.name}@${component.version}`))
    .map((component) => ({ ...component, externalReferences: [] }));
  if (components.length !== shipped.size)
    throw new Failure(
      `npm lists ${components.length} of the ${shipped.size} packages that are shipped. Make package-lock.json anew (docs/dependencies.md).`,
    );
  const left = new Set(all.components.map((component) => component["bom-ref"]));
  for (const component of components) left.delete(component["bom-ref"]);
  const dependencies = all.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => !left.has(other)) }));
  return { ...all, metadata: { ...all.metadata, component: root }, components, dependencies };
}

/**
 * @param {string} printed
 * @returns {Sbom}
 */
function readSbom(printed) {
  try {
    const sbom = JSON.parse(printed);
    if (sbom.bomFormat === "CycloneDX") return sbom;
  } catch {
    // Said below.
  }
  throw new Failure(`\`npm sbom\` printed no list of packages (npm 10 or later does): ${PRINTED}`);
}
