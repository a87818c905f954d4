import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { Failure } from "./failure.mjs";

/** The same engine without a window: it takes two thirds of the time. */
const SHELL = "chromium-headless-shell";
const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for end-to-end tests: CHROMIUM_PATH, else the system's headless shell, else Playwright's own, else Debian's
 * package of the shell, which is installed, else any Chromium of the system.
 * @throws Failure that says how to get one
 */
export function findChromium(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Failure(`CHROMIUM_PATH is ${chosen}, but there is no such file.`);
  const whole = find(COMMANDS, MAC);
  const found = chosen || find([SHELL]) || playwrightChromium() || (mayInstall() && installShell(whole)) || whole;
  if (found) return found;
  throw new Failure(
    "The end-to-end tests need Chromium and none was found.\n" +
      `       Install it (Debian: apt-get install ${SHELL}; elsewhere: npx playwright install chromium),\n` +
      "       or say where it is: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

/** The first of these commands that the system has, or of these files. */
function find(commands: string[], files: string[] = []): string | undefined {
  const folders = (process.env.PATH ?? "").split(":").concat("/usr/bin", "/snap/bin");
  return [...folders.flatMap((folder) => commands.map((name) => `${folder}/${name}`)), ...files].find((file) =>
    existsSync(file),
  );
}

function playwrightChromium(): string | undefined {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

function mayInstall(): boolean {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  // Ubuntu's package of that name is a snap, which does not install in a container.
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release);
}

/** @param whole what serves as well, only slower */
function installShell(whole: string | undefined): string | undefined {
  console.log(`${SHELL} is not here: installing Debian's package`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const stdio = whole ? "ignore" : "inherit";
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio, env });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", SHELL], { stdio, env });
  } catch {
    if (whole) return undefined;
    throw new Failure(
      "Debian's Chromium could not be installed (apt-get, above). Set CHROMIUM_PATH to a browser of yours.",
    );
  }
  return find([SHELL]);
}
