import { z } from "zod";

// Before any schema is made: zod would try `new Function` to speed itself up, which the content security policy of our
// pages refuses and reports. So schemas that reach the browser come through here.
z.config({ jitless: true });

export { z };
