// Loaded into a process of the house (NODE_OPTIONS=--import): its clock is off by as many milliseconds as the file
// CLOCK_OFFSET_FILE says. Timers go on as before, as when the clock of a machine is set.
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 50;
const RealDate = Date;
let offset = 0;

function look() {
  try {
    offset = Number(readFileSync(process.env.CLOCK_OFFSET_FILE ?? "", "utf8"));
  } catch {
    offset = 0;
  }
}

look();
setInterval(look, LOOK_EVERY_MS).unref();

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(RealDate.now() + offset).toString(),
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + offset] : given, newTarget),
  get: (target, name, receiver) =>
    name === "now" ? () => RealDate.now() + offset : Reflect.get(target, name, receiver),
});
