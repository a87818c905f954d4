import { dataEndpoint } from "@/lib/open-data/endpoint";
import { readHsdsRoot } from "@/lib/open-data/queries";

/** What HSDS asks of the root of an API. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => readHsdsRoot());
