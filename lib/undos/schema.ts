import { z } from "@/lib/shared/zod";

export const undoSchema = z.object({ event: z.uuid() });
