import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValues } from "./correction-fields";
import { CORRECTION_ERRORS, correctionErrors, correctionSchema, decisionSchema } from "./schema";

const filled = {
  topic: "contact",
  wrong: "The number is wrong",
  right: "",
  grounds: "asked_them",
  evidence: "",
  email: "",
};
const errorsOf = (changes: object) => {
  const { error } = correctionSchema.safeParse({ ...filled, ...changes });
  return error ? correctionErrors(error) : {};
};

describe("what a reporter must say", () => {
  test("what it is about, what is wrong and how they know is enough", () => {
    expect(correctionSchema.parse(filled)).toEqual({
      topic: "contact",
      wrong: "The number is wrong",
      grounds: "asked_them",
    });
  });

  test("a form sent empty says everything that is missing, at once", () => {
    expect(errorsOf({ topic: "", wrong: " \n", grounds: undefined })).toEqual({
      topic: "topicMissing",
      wrong: "wrongMissing",
      grounds: "groundsMissing",
    });
  });

  test("lengths end where the words say, and a wrong email is told", () => {
    expect(errorsOf({ wrong: "x".repeat(2000), evidence: "x".repeat(2000) })).toEqual({});
    expect(errorsOf({ wrong: "x".repeat(2001), right: "x".repeat(2001), email: "ana@" })).toEqual({
      wrong: "tooLong",
      right: "tooLong",
      email: "emailFormat",
    });
    expect(errorsOf({ email: "ana@example.org\nBcc: all@example.org" })).toEqual({ email: "emailFormat" });
  });

  test("whatever is sent, the schema answers with data or with known errors", () => {
    const anything = fc.record({
      topic: fc.anything(),
      wrong: fc.anything(),
      right: fc.anything(),
      grounds: fc.anything(),
      evidence: fc.anything(),
      email: fc.anything(),
    });
    const answers = fc.sample(anything, 500).map((input) => correctionSchema.safeParse(input));
    const refusals = answers.flatMap(({ error }) => (error ? [correctionErrors(error)] : []));
    expect(refusals.every((errors) => Object.keys(errors).length > 0)).toBe(true);
    expect(CORRECTION_ERRORS).toEqual(expect.arrayContaining(refusals.flatMap((errors) => Object.values(errors))));
  });
});

test("what was typed comes back as it was, and a file does not", () => {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...filled, wrong: " as typed " })) form.set(field, value);
  form.set("email", new File(["x"], "x.txt"));
  expect(typedValues(form)).toEqual({ ...filled, wrong: " as typed ", email: "" });
});

describe("what staff must say", () => {
  const target = { id: "00000000-0000-4000-8000-000000000000", version: "1" };

  test("declining needs its reason", () => {
    const decide = (declineReason: string) =>
      decisionSchema.safeParse({ ...target, status: "declined", declineReason });
    expect(decide(" ").error?.issues.map(({ path, message }) => `${path.join()} ${message}`)).toEqual([
      "declineReason declineReasonMissing",
    ]);
    expect(decide("Words").success).toBe(true);
  });

  test("putting back and marking as spam need no words, and nothing is accepted without the listing", () => {
    for (const status of ["new", "spam"]) expect(decisionSchema.safeParse({ ...target, status }).success).toBe(true);
    expect(decisionSchema.safeParse({ ...target, status: "accepted", publicNote: "Words" }).success).toBe(false);
  });
});
