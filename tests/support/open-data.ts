import * as newest from "@/app/api/v1/rankings/[area]/route";
import * as edition from "@/app/api/v1/rankings/[area]/editions/[number]/route";

interface Criterion {
  key: string;
  value: "yes" | "no" | "unknown";
  points: number;
  maximum: number;
  date: string | null;
}

export interface Scored {
  position?: number;
  rank: number;
  band: number;
  score: number;
  rounded: number;
  low: number;
  high: number;
  coverage: number;
  name?: string;
  unit?: string | null;
  members?: { slug: string; street: string }[];
  criteria: Criterion[];
}

export type Ranked = Required<Omit<Scored, "unit">> & { unit: string | null };

export interface EditionAnswer {
  about: { sources: { attribution: string; license: string }[] };
  edition: { number: number; prior: number; checksum: string };
  method: {
    constants: { priorPercentile: number };
    groups: { key: string; criteria: { key: string; points: number }[] }[];
  };
  entries: Ranked[];
  withdrawn: Scored[];
  excluded: { listing: { slug: string }; reason: string }[];
}

export const AREA = { area: "los-angeles" };
let caller = 0;

/** A request as the server hands it on, each from an IP of its own, so that no test uses up another's allowance. */
export function ask(query = "", headers: Record<string, string> = {}): Request {
  caller += 1;
  const ip = { "x-socket-ip": `10.0.${caller >> 8}.${caller & 255}` };
  return new Request(`http://localhost:3000/api/v1/some/address${query}`, { headers: { ...ip, ...headers } });
}

export const given = <Params>(params: Params) => ({ params: Promise.resolve(params) });

export function getNewest(query = "", headers: Record<string, string> = {}): Promise<Response> {
  return newest.GET(ask(query, headers), given(AREA));
}

export function getEdition(number: string, query = ""): Promise<Response> {
  return edition.GET(ask(query), given({ ...AREA, number }));
}

export async function readNewest(): Promise<EditionAnswer> {
  return (await (await getNewest()).json()) as EditionAnswer;
}
