import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { INQUIRY_ERRORS, inquiryErrors, inquirySchema, MESSAGE_MAX, NAME_MAX, typedValues } from "./schema";

const filled = { name: "Ana", email: "ana@example.org", phone: "", message: "help", consent: "on" };
const errorsOf = (changes: object) => {
  const parsed = inquirySchema.safeParse({ ...filled, ...changes });
  return parsed.success ? {} : inquiryErrors(parsed.error);
};

describe("what is asked for", () => {
  test("a nickname, one way to answer, a word and permission are enough", () => {
    expect(inquirySchema.parse(filled)).toEqual({
      name: "Ana",
      email: "ana@example.org",
      phone: undefined,
      message: "help",
      consent: true,
    });
    expect(errorsOf({ email: "", phone: "213-555-0123" })).toEqual({});
  });

  test("a form sent empty says everything that is missing, at once", () => {
    expect(errorsOf({ name: " ", email: "", message: "\n", consent: undefined })).toEqual({
      name: "nameMissing",
      email: "contactMissing",
      message: "messageMissing",
      consent: "consentMissing",
    });
  });

  test("a wrong address or number is told as such, not as missing", () => {
    expect(errorsOf({ email: "ana@" })).toEqual({ email: "emailFormat" });
    expect(errorsOf({ email: "", phone: "12" })).toEqual({ phone: "phoneFormat" });
  });

  test.each([["no"], [""], ["off"], [false], [1], [null], [["on"]]])("permission is not given by %j", (consent) =>
    expect(errorsOf({ consent })).toEqual({ consent: "consentMissing" }),
  );

  test("lengths end where the words say", () => {
    expect(errorsOf({ name: "x".repeat(NAME_MAX), message: "x".repeat(MESSAGE_MAX) })).toEqual({});
    expect(errorsOf({ name: "x".repeat(NAME_MAX + 1), message: "x".repeat(MESSAGE_MAX + 1) })).toEqual({
      name: "nameTooLong",
      message: "messageTooLong",
    });
  });
});

describe("what comes out", () => {
  test("texts are trimmed, in one Unicode form, and names in one line", () => {
    const { name, message } = inquirySchema.parse({
      ...filled,
      name: " Jose\u0301\r\n\tRuiz ",
      message: " a\r\nb\tc ",
    });
    expect(name).toBe("José Ruiz");
    expect(message).toBe("a\nb c");
  });

  test("control characters and marks that turn text around are gone", () => {
    const { name, message } = inquirySchema.parse({ ...filled, name: "A\u0000n\u202Ea", message: "x\u0007\uD800y" });
    expect([name, message]).toEqual(["Ana", "xy"]);
  });

  test("a line break in an address is refused", () => {
    expect(errorsOf({ email: "ana@example.org\r\nBcc: all@example.org" })).toEqual({ email: "emailFormat" });
  });

  test("whatever is sent, the schema answers with data or with known errors", () => {
    const anything = fc.record({
      name: fc.anything(),
      email: fc.anything(),
      phone: fc.anything(),
      message: fc.anything(),
      consent: fc.anything(),
    });
    const answers = fc.sample(anything, 1000).map((input) => inquirySchema.safeParse(input));
    const refusals = answers.flatMap(({ error }) => (error ? [inquiryErrors(error)] : []));
    expect(refusals.every((errors) => Object.keys(errors).length > 0)).toBe(true);
    expect(INQUIRY_ERRORS).toEqual(expect.arrayContaining(refusals.flatMap((errors) => Object.values(errors))));
  });
});

test("what was typed comes back as it was, a tick too, and a file does not", () => {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...filled, message: " as typed\u0000 " })) form.set(field, value);
  form.set("phone", new File(["x"], "x.txt"));
  expect(typedValues(form)).toEqual({ ...filled, message: " as typed\u0000 ", phone: "" });
});
