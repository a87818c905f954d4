import { answerHsdsList, dataEndpoint } from "@/lib/open-data/endpoint";

/** A list of HSDS, in pages. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/hsds/[resource]">) =>
    answerHsdsList(request, (await params).resource),
);
