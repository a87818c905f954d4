import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { counted } from "../../lib/shared/counted";
import { Failure } from "../setup/failure.mjs";
import { runStages } from "./stages";

const USAGE = "npm run test:repeat -- TIMES [--busy LOOPS] [WORD…], such as: npm run test:repeat -- 3 --busy 2";

/**
 * Runs the browser stage several times in a row, while loops keep the processors busy. It shows tests that pass only on
 * a quiet machine, or only after another test.
 * @returns 0 when every run passed
 */
export async function repeat(args: string[]): Promise<number> {
  const { times, busy, words } = parse(args);
  // A machine that is kept busy on purpose is slower by as much.
  process.env.TEST_PATIENCE ||= String(1 + busy);
  const loops = Array.from({ length: busy }, () => new Worker("for (;;);", { eval: true }));
  const codes: number[] = [];
  for (let time = 1; time <= times; time += 1) {
    console.log(`\n━━━ run ${time} of ${times}, ${busy} busy loops beside it`);
    codes.push(await runStages({ stages: ["e2e"], words }));
  }
  await Promise.all(loops.map((loop) => loop.terminate()));
  const passed = codes.filter((code) => code === 0).length;
  console.log(`\n━━━ ${passed} of ${counted(times, "run")} passed`);
  return passed === times ? 0 : 1;
}

function parse(args: string[]): { times: number; busy: number; words: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { busy: { type: "string", default: "0" } },
      allowPositionals: true,
    });
    const [times, ...words] = positionals;
    const numbers = [Number(times), Number(values.busy)];
    if (numbers.every((number) => Number.isInteger(number) && number >= 0) && numbers[0]! > 0)
      return { times: numbers[0]!, busy: numbers[1]!, words };
  } catch {
    // An option that is not there.
  }
  throw new Failure(USAGE);
}
