import { answerArea, dataEndpoint } from "@/lib/open-data/endpoint";
import { readEditionIndex } from "@/lib/open-data/queries";

/** Every edition. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/rankings/[area]/editions">) => {
    const { area } = await params;
    return answerArea(request, area, readEditionIndex);
  },
);
