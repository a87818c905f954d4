import { answerHsdsRecord, dataEndpoint } from "@/lib/open-data/endpoint";

/** One record of HSDS, whole. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/hsds/[resource]/[id]">) => {
    const { resource, id } = await params;
    return answerHsdsRecord(request, resource, id);
  },
);
