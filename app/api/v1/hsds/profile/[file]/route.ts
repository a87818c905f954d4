import { dataEndpoint } from "@/lib/open-data/endpoint";
import { OPEN_PATHS } from "@/lib/open-data/open-area";
import { readHsdsPatch } from "@/lib/open-data/queries";

/** What we change in one file of HSDS. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = dataEndpoint(
  async (_, { params }: RouteContext<"/api/v1/hsds/profile/[file]">) => {
    const patch = readHsdsPatch((await params).file);
    return patch ?? { status: 404, detail: `We change no such file. ${OPEN_PATHS.hsdsProfile} names those we do.` };
  },
);
