import { dataEndpoint } from "@/lib/open-data/endpoint";
import { readIndex } from "@/lib/open-data/queries";

/** All there is. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => readIndex());
