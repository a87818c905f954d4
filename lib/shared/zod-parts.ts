// What our schemas are written with. The package's own `z` is one object with everything, all languages of its messages
// among it, and a browser would load it whole.

export {
  array,
  boolean,
  coerce,
  discriminatedUnion,
  email,
  enum,
  int,
  int32,
  iso,
  literal,
  NEVER,
  null,
  number,
  object,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  url,
  uuid,
  ZodError,
} from "zod";
export type { infer, input, output, RefinementCtx, ZodType } from "zod";
