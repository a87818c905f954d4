// How our schemas are written down for others. Apart from lib/shared/zod, because no browser needs it.

export { registry, toJSONSchema } from "zod";
