import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile, readdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** Time first, so that sorting by name is sorting by arrival; nothing in it can leave the folder. */
const NAME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-[0-9a-f]{6}\.eml$/;

/** Mails as files in one folder, each kept exactly as it came over SMTP. */
export class MailFolder {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Keeps a mail; a reader never sees half of one. */
  async keep(source: Buffer): Promise<void> {
    const time = new Date().toISOString().replace(/[:.]/g, "-");
    const file = path.join(this.folder, `${time}-${randomBytes(3).toString("hex")}.eml`);
    await writeFile(`${file}.part`, source, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  /** File names, newest first. */
  async names(): Promise<string[]> {
    return (await readdir(this.folder))
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  }

  /** A mail's bytes, or undefined when there is none of that name. */
  async read(name: string): Promise<Buffer | undefined> {
    return NAME.test(name) ? readFile(path.join(this.folder, name)).catch(() => undefined) : undefined;
  }
}
