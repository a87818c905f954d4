import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import type { InquiryValues } from "@/lib/inquiries/inquiry-fields";
import { inquirySchema } from "@/lib/inquiries/schema";

/** The form's rules, those of its action; what is typed stays as it is. */
export const check = zodResolver(inquirySchema, undefined, { raw: true }) as Resolver<InquiryValues>;
