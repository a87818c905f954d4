import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import type { CorrectionValues } from "@/lib/corrections/correction-fields";
import { correctionSchema } from "@/lib/corrections/schema";

/** The form's rules, those of its action; what is typed stays as it is. */
export const check = zodResolver(correctionSchema, undefined, { raw: true }) as Resolver<CorrectionValues>;
