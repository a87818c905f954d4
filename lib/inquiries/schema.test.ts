import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValues } from "./inquiry-fields";
import { INQUIRY_ERRORS, inquiryErrors, inquirySchema, MAX_MESSAGE_LENGTH, MAX_NAME_LENGTH } from "./schema";

const filled = { name: "Ana", email: "ana@example.org", phone: "", message: "help", consent: "on" };
const errorsOf = (changes: object) => {
  const parsed = inquirySchema.safeParse({ ...filled, ...changes });
  return parsed.success ? {} : inquiryErrors(parsed.error);
};

describe("what is asked for", () => {
  test("a nickname, one way to answer, a word and consent are enough", () => {
    expect(inquirySchema.parse(filled)).toEqual({
      name: "Ana",
      email: "ana@example.org",
      phone: undefined,
      leaveMessage: false,
      preferredWay: undefined,
      preferredTime: undefined,
      message: "help",
      scope: "any_listed",
      place: { slugs: [], repeated: false, unreadable: false },
      share: ["needs"],
      consent: true,
    });
    expect(errorsOf({ email: "", phone: "213-555-0123" })).toEqual({});
  });

  test("a form sent empty says everything that is missing, at once", () => {
    expect(errorsOf({ name: " ", email: "", message: "\n", scope: "named", consent: undefined })).toEqual({
      name: "nameMissing",
      email: "contactMissing",
      message: "messageMissing",
      place: "placeMissing",
      consent: "consentMissing",
    });
  });

  test("a wrong email or number is told as such, not as missing", () => {
    expect(errorsOf({ email: "ana@" })).toEqual({ email: "emailFormat" });
    expect(errorsOf({ email: "", phone: "12" })).toEqual({ phone: "phoneFormat" });
  });

  test.each([["no"], [""], ["off"], [false], [1], [null], [["on"]]])("consent is not given by %j", (consent) =>
    expect(errorsOf({ consent })).toEqual({ consent: "consentMissing" }),
  );

  test("lengths end where the words say", () => {
    expect(errorsOf({ name: "x".repeat(MAX_NAME_LENGTH), message: "x".repeat(MAX_MESSAGE_LENGTH) })).toEqual({});
    expect(errorsOf({ name: "x".repeat(MAX_NAME_LENGTH + 1), message: "x".repeat(MAX_MESSAGE_LENGTH + 1) })).toEqual({
      name: "nameTooLong",
      message: "messageTooLong",
    });
  });
});

describe("how far the consent goes", () => {
  const scopeOf = (sent: object) => inquirySchema.parse({ ...filled, ...sent }).scope;

  test("is any listed place when no place is named, and only the named ones when nothing more is said", () => {
    expect(scopeOf({})).toBe("any_listed");
    expect(scopeOf({ place: ["a"] })).toBe("named");
    expect(scopeOf({ place: ["a"], scope: "everything" })).toBe("named");
    expect(scopeOf({ place: ["a"], scope: "any_listed" })).toBe("any_listed");
  });

  test("never grows because a name cannot be read", () => {
    for (const place of ["<b>", ["<b>"], { a: 1 }, [null]])
      expect(errorsOf({ place })).toEqual({ place: "placeMissing" });
    expect(inquirySchema.parse({ ...filled, place: ["<b>", "a"] })).toMatchObject({
      scope: "named",
      place: { slugs: ["a"] },
    });
  });

  test("a place may be told what was ticked and given, and what is looked for", () => {
    expect(inquirySchema.parse({ ...filled, share: ["phone", "name", "message"] }).share).toEqual(["needs", "name"]);
    expect(inquirySchema.parse({ ...filled, share: "email" }).share).toEqual(["needs", "email"]);
  });

  test("a wish that is none of ours is no wish", () => {
    const wishes = { leaveMessage: "yes", preferredWay: "pigeon", preferredTime: "evening" };
    const { leaveMessage, preferredWay, preferredTime } = inquirySchema.parse({ ...filled, ...wishes });
    expect([leaveMessage, preferredWay, preferredTime]).toEqual([false, undefined, "evening"]);
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

  test("a line break in an email is refused", () => {
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
  for (const slug of ["a", "b"]) form.append("place", slug);
  const left = { leaveMessage: "", preferredWay: "", preferredTime: "", scope: "", place: ["a", "b"], share: [] };
  expect(typedValues(form)).toEqual({ ...filled, ...left, message: " as typed\u0000 ", phone: "" });
});
