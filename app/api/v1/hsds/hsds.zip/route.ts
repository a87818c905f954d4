import { dataEndpoint } from "@/lib/open-data/endpoint";
import { readHsdsArchive } from "@/lib/open-data/queries";

/** All tables of HSDS in one file. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => readHsdsArchive());
