import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { collectDefaultMetrics, Counter, Gauge, register, Registry } from "prom-client";
import { env } from "./env";

/** A figure that is read when it is asked for. Labels are words of closed lists, never ids, and nothing of a person. */
export interface Reading {
  name: string;
  help: string;
  samples: { labels?: Record<string, string>; value: number }[];
}

/**
 * Counts something that happened in this process, since it started.
 * @param name of one counter, with the same label names each time
 */
export function count(name: string, help: string, labels: Record<string, string>): void {
  const known = register.getSingleMetric(name) as Counter | undefined;
  const counter = known ?? new Counter({ name, help, labelNames: Object.keys(labels) });
  counter.inc(labels);
}

/** All of it in Prometheus' text format: this process's counters, memory and event loop, and the given readings. */
export async function exposeMetrics(readings: Reading[]): Promise<{ type: string; text: string }> {
  // The client keeps its registry outside our modules, because a bundle may have a module twice.
  if (!register.getSingleMetric("process_resident_memory_bytes")) collectDefaultMetrics();
  const now = new Registry();
  for (const { name, help, samples } of readings) {
    const labelNames = [...new Set(samples.flatMap(({ labels = {} }) => Object.keys(labels)))];
    const gauge = new Gauge({ name, help, labelNames, registers: [now] });
    for (const { labels = {}, value } of samples) gauge.set(labels, value);
  }
  return { type: register.contentType, text: `${await register.metrics()}\n${await now.metrics()}` };
}

/** `closed`: no token is set, so nobody may read. */
export function metricsAccess(headers: Pick<Headers, "get">): "granted" | "refused" | "closed" {
  const token = env().METRICS_TOKEN;
  if (!token) return "closed";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const given = headers.get("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`)) ? "granted" : "refused";
}
