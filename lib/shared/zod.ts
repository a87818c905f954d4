import { config } from "zod";

// This must run before any schema is made: zod would try `new Function` to be faster, and the content security policy
// of our pages refuses and reports that. So schemas that reach the browser import zod from here.
config({ jitless: true });

export * as z from "./zod-parts";
