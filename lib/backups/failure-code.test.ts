import { expect, test } from "vitest";
import { failureCode } from "./failure-code";

const coded = (code: string, message = "no") => Object.assign(new Error(message), { code });

test.each([
  ["ENOSPC", "disk_full"],
  ["EFBIG", "disk_full"],
  ["EACCES", "not_writable"],
  ["EROFS", "not_writable"],
  ["ECONNREFUSED", "database"],
  ["57P01", "database"],
  ["ERR_STREAM_PREMATURE_CLOSE", "unknown"],
])("what is thrown with the code %s is %s", (code, expected) => {
  expect(failureCode(coded(code))).toBe(expected);
});

test("a connection that ends without a code is the database", () => {
  expect(failureCode(new Error("Connection terminated unexpectedly"))).toBe("database");
});

test("what pg_dump says of the disk counts before that it failed", () => {
  const said = (words: string) => Object.assign(new Error("no"), { program: "pg_dump", words });
  expect(failureCode(said("could not write to output file: No space left on device"))).toBe("disk_full");
  expect(failureCode(said("permission denied for table"))).toBe("pg_dump");
});

test("anything else is unknown", () => {
  expect(failureCode("text")).toBe("unknown");
  expect(failureCode(new Error("no"))).toBe("unknown");
});
