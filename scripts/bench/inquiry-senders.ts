import { setTimeout as pause } from "node:timers/promises";
import { newPerson } from "../../tests/faults/people";
import { formWith, Visitor, type PageForm } from "../../tests/support/visitor";
import { Failure } from "../setup/failure.mjs";
import type { Times } from "./figures";

/** A form sent sooner is a program's, and suspected. */
const READS_MS = 2_100;

export interface Sent {
  /** Of each post until its answer, in milliseconds. */
  times: Times;
  perSecond: number;
}

/** So many at once, each sending the next inquiry as soon as the last is answered. */
export async function sendFor(base: string, atOnce: number, seconds: number): Promise<Sent> {
  const form = await openForm(base);
  await sendUntil(base, form, atOnce, Date.now() + 3_000);
  const start = performance.now();
  const times = await sendUntil(base, form, atOnce, Date.now() + seconds * 1_000);
  return { times, perSecond: (1_000 * times.length) / (performance.now() - start) };
}

/** The same form may be sent with other words: that is another inquiry. */
async function openForm(base: string): Promise<PageForm> {
  const page = await new Visitor(base, "10.255.0.1").get("/contact");
  const form = formWith("message", "/contact", page.html);
  if (!form) throw new Failure(`There is no form at ${base}/contact (${page.status})`);
  await pause(READS_MS);
  return form;
}

async function sendUntil(base: string, form: PageForm, atOnce: number, deadline: number): Promise<number[]> {
  const times: number[] = [];
  const send = async () => {
    while (Date.now() < deadline) {
      const { name, email, message, ip } = newPerson();
      const start = performance.now();
      const answer = await new Visitor(base, ip).post(form, { name, email, message, consent: "on" });
      if (!answer.location) throw new Failure(`An inquiry was not taken (${answer.status})`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return times;
}
