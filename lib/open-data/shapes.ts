// The parts that several shapes of the open data share.

import { z } from "@/lib/shared/zod";

export const percent = () => z.number().min(0).max(100);
export const share = () => z.number().min(0).max(1);
export const number = () => z.int().min(1).max(2_147_483_647);
export const day = () => z.iso.date();
export const webUrl = () => z.url({ protocol: /^https?$/ });

export const sourceSchema = z
  .strictObject({
    name: z.string(),
    license: z.string(),
    url: webUrl().nullable(),
    attribution: z.string().describe("Print this wherever you show the data."),
  })
  .describe("Where a part of the data is from, and on what terms you may use it.");

export const aboutSchema = z
  .strictObject({
    documentation: webUrl().describe("The page about these numbers, for people."),
    openapi: webUrl(),
    notice: z.string(),
    sources: z.array(sourceSchema),
  })
  .describe("Documentation, license and attribution: part of every answer.");

export const scoreShape = {
  rank: number().describe("Shared by equal rounded scores: 1, 2, 2, 4."),
  band: z.int().min(1).max(4).describe("1 is the top quarter of the ranked programs."),
  score: percent().describe("Unrounded. Whole points are printed: see `rounded`."),
  rounded: z.int().min(0).max(100).describe("The score to the nearest whole point, halves up. It decides the rank."),
  low: percent().describe("The score if every unknown were a no."),
  high: percent().describe("The score if every unknown were a yes."),
  coverage: share().describe("Known points over all points."),
};
