import { answerArea, dataEndpoint } from "@/lib/open-data/endpoint";
import { numberOf } from "@/lib/open-data/format";
import { readEdition } from "@/lib/open-data/queries";

/** One edition. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/rankings/[area]/editions/[number]">) => {
    const { area, number: text } = await params;
    const number = numberOf(text);
    return answerArea(request, area, async (format) => (number ? readEdition(number, format) : null));
  },
);
