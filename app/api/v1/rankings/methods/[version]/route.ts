import { dataEndpoint } from "@/lib/open-data/endpoint";
import { numberOf } from "@/lib/open-data/format";
import { readMethod } from "@/lib/open-data/queries";

/** One published method. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (request, { params }: RouteContext<"/api/v1/rankings/methods/[version]">) => {
    if (new URL(request.url).searchParams.has("format"))
      return { status: 400, detail: "A method is JSON: leave the format out." };
    const { version: text } = await params;
    const version = numberOf(text);
    const document = version && (await readMethod(version));
    return document || { status: 404, detail: "There is no published method of that version." };
  },
);
