import { answerListings, dataEndpoint } from "@/lib/open-data/endpoint";

/** Every published place. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async (request) => answerListings(request));
