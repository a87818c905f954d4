import { answerArea, dataEndpoint } from "@/lib/open-data/endpoint";
import { readNewestEdition } from "@/lib/open-data/queries";

/** The newest edition. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/rankings/[area]">) => {
    const { area } = await params;
    return answerArea(request, area, readNewestEdition);
  },
);
