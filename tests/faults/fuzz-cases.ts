// Hostile submissions: values, fields, bodies and headers that no person sends.
import fc from "fast-check";
import type { PageForm } from "../support/visitor";
import { ACTION_JUNK, emailLike, phoneLike, text } from "./fuzz-values";

/** One hostile request to the form. */
export interface FuzzCase {
  kind: string;
  /** Fields in order; several may share a name, a blob is a file. */
  fields?: [name: string, value: string | Blob][];
  /** Instead of fields: the bytes themselves. */
  body?: string;
  headers?: Record<string, string>;
  path?: string;
}

/** @param form the real one, as a browser without scripts has it */
export function fuzzCases(form: PageForm): fc.Arbitrary<FuzzCase> {
  const whole = new Map(form.fields);
  const action = [...whole.keys()].filter((name) => name.startsWith("$ACTION_"));
  const id = /"id":"([0-9a-f]+)"/.exec([...whole.values()].join())?.[1] ?? "";
  const valid = fc.nat().map((number) => ({
    ...Object.fromEntries(whole),
    name: "Ana",
    email: `f${number}@fuzz.example`,
    message: "help",
    consent: "on",
  }));

  const hostileValues = fc
    .tuple(
      valid,
      fc.record(
        {
          name: text,
          email: emailLike,
          phone: phoneLike,
          message: text,
          consent: text,
          locale: text,
          form: text,
          company_fax: text,
          answer: text,
          leaveMessage: text,
          preferredWay: fc.oneof(text, fc.constantFrom("email", "phone")),
          preferredTime: fc.oneof(text, fc.constantFrom("morning", "evening")),
          scope: fc.oneof(text, fc.constantFrom("any_listed", "named")),
          place: fc.oneof(text, fc.constant("no-such-place")),
          share: fc.oneof(text, fc.constantFrom("name", "email", "phone", "needs")),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([fields, hostile]): FuzzCase => ({
      kind: "hostile values",
      fields: Object.entries({ ...fields, ...hostile }),
    }));

  const justValid = fc.tuple(valid, text).map(([fields, message]): FuzzCase => ({
    kind: "hostile message in a good form",
    fields: Object.entries({ ...fields, message }),
  }));

  const oddFields = fc
    .tuple(
      valid,
      fc.array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom(
              "name",
              "email",
              "message",
              "consent",
              "form",
              "__proto__",
              "constructor",
              "name[]",
              "values",
              "0",
              "1_name",
            ),
            fc.string(),
          ),
          fc.oneof(text, fc.constant(new Blob(["<zq1>"], { type: "text/html" }))),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      fc.subarray(["name", "email", "message", "consent", "locale", "form"]),
    )
    .map(([fields, extra, left]): FuzzCase => ({
      kind: "fields missing, twice, as files",
      fields: [...Object.entries(fields).filter(([name]) => !left.includes(name)), ...extra],
    }));

  const forgedActions = fc
    .tuple(
      valid,
      fc.record(Object.fromEntries(action.map((name) => [name, fc.oneof(fc.constantFrom(...ACTION_JUNK), text)])), {
        requiredKeys: [],
      }),
      fc.array(
        fc.tuple(
          fc.constantFrom(
            "$ACTION_REF_2",
            "$ACTION_2:0",
            "$ACTION_2:1",
            "$ACTION_KEY",
            `$ACTION_ID_${id}`,
            "$ACTION_ID_00",
            "$ACTION_x",
            "$ACTION_1:9",
          ),
          fc.constantFrom(...ACTION_JUNK),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([fields, forged, extra]): FuzzCase => ({
      kind: "forged action fields",
      fields: [...Object.entries({ ...fields, ...forged }), ...extra],
    }));

  const forgedCalls = fc
    .tuple(
      fc.constantFrom(id, "00", "x", "", `${id}0`, "__proto__"),
      fc.constantFrom(...ACTION_JUNK, '["$K1"]', '[{"status":"idle"},"$K1"]'),
      fc.boolean(),
      valid,
    )
    .map(([called, arguments_, isForm, fields]): FuzzCase => ({
      kind: "forged calls",
      headers: { "next-action": called, ...(isForm ? {} : { "content-type": "text/plain;charset=UTF-8" }) },
      ...(isForm
        ? {
            fields: [
              ...Object.entries(fields)
                .filter(([name]) => !name.startsWith("$"))
                .map(([name, value]): [string, string] => [`1_${name}`, value]),
              ["0", arguments_],
            ],
          }
        : { body: arguments_ }),
    }));

  const rawBodies = fc
    .tuple(
      fc.constantFrom(
        "multipart/form-data",
        "multipart/form-data; boundary=b",
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain",
        'multipart/form-data; boundary="',
        "multipart/mixed; boundary=b",
      ),
      fc.oneof(
        text,
        fc.constantFrom(
          '--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nAna',
          "--b--",
          '--b\r\ncontent-disposition: form-data; name="\0"\r\n\r\n\0\r\n--b--',
          "name=<zq1>&message=<zq1>&consent=on",
          '{"name":"<zq1>"}',
          "x".repeat(1_200_000),
        ),
      ),
    )
    .map(([type, body]): FuzzCase => ({ kind: "bodies that are no form", body, headers: { "content-type": type } }));

  const oddHeaders = fc
    .tuple(
      valid,
      fc.constantFrom<Record<string, string>>(
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: "<zq1>" },
        { "x-forwarded-host": "<zq1>" },
        { "x-forwarded-for": "<zq1>, 1.2.3.4" },
        { "x-test-ip": "<zq1>" },
        { "accept-language": "<zq1>" },
        { cookie: "a=<zq1>; __proto__=1" },
        { referer: "javascript:zq1()" },
        { "next-router-state-tree": "<zq1>" },
        { rsc: "1" },
      ),
    )
    .map(([fields, headers]): FuzzCase => ({ kind: "odd headers", fields: Object.entries(fields), headers }));

  const thankYou = text.map((reference): FuzzCase => ({
    kind: "made-up references",
    path: `/contact/thank-you?reference=${encodeURIComponent(Buffer.from(reference.slice(0, 2_000)).toString())}`,
  }));

  return fc.oneof(
    { weight: 30, arbitrary: hostileValues },
    { weight: 20, arbitrary: justValid },
    { weight: 15, arbitrary: oddFields },
    { weight: 15, arbitrary: forgedActions },
    { weight: 8, arbitrary: forgedCalls },
    { weight: 6, arbitrary: rawBodies },
    { weight: 3, arbitrary: oddHeaders },
    { weight: 3, arbitrary: thankYou },
  );
}
