import { dataEndpoint } from "@/lib/open-data/endpoint";
import { readHsdsProfile } from "@/lib/open-data/queries";

/** What we add to HSDS, and how we read its fields. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => readHsdsProfile());
