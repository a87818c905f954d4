import { dataEndpoint } from "@/lib/open-data/endpoint";
import { readOpenapi } from "@/lib/open-data/queries";

/** The description of the open numbers, for programs. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => readOpenapi());
