import { expect, test } from "vitest";
import { interestSchema } from "./schema";

test.each([
  "tarzana-reseda",
  "/es/listings/tarzana-reseda",
  " https://example.org/listings/tarzana-reseda/?near=90033#why ",
])("%s names a place", (listing) => {
  expect(interestSchema.parse({ listing, reason: "family" }).listing).toBe("tarzana-reseda");
});

test.each(["", "/", "Tarzana Treatment", "%00"])("%s names none", (listing) => {
  expect(interestSchema.safeParse({ listing, reason: "family" }).error?.issues[0]?.message).toBe("listingUrl");
});
