import { OPEN_PATHS } from "@/lib/open-data/open-area";
import { dataEndpoint } from "@/lib/open-data/endpoint";

/** Whatever else is asked for below /api/v1. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(async () => {
  return { status: 404, detail: `There is nothing at this address. ${OPEN_PATHS.openapi} describes all there is.` };
});
