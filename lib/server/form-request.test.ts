import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemOf } from "./form-request";

const ID = "6056ecf8ec4fc6c4281ef94be892b26c12974d1436";
const HOST = "example.org";

/** As React writes a bound form into a page. */
const whole = {
  $ACTION_REF_1: "",
  "$ACTION_1:0": `{"id":"${ID}","bound":"$@1"}`,
  "$ACTION_1:1": '[{"status":"idle"}]',
  $ACTION_KEY: "k2b92aa7b9c6b081b9bc7e23d2e8f9b19",
  name: "Ana",
  message: "$1 and ${2} and $ACTION",
};

function post(fields: Record<string, string | Blob | null>, headers: Record<string, string> = {}): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== null) body.append(name, value);
  return raw(body, headers);
}

function raw(body: BodyInit | null, headers: Record<string, string>): Request {
  const request = new Request(`https://${HOST}/contact`, { method: "POST", body, headers });
  request.headers.set("host", HOST);
  return request;
}

describe("what our pages send is taken", () => {
  test.each<[string, Request]>([
    ["a form without scripts", post(whole)],
    [
      "a form that was answered before, whatever was typed",
      post({ ...whole, "$ACTION_1:1": '[{"values":{"name":"$$1"},"retryMinutes":"$undefined"}]' }),
    ],
    ["a form that is bound to nothing", post({ $ACTION_REF_2: "", "$ACTION_2:0": `{"id":"${ID}","bound":null}` })],
    ["a form of the client's", post({ "1_name": "Ana", "0": '[{"status":"idle"},"$K1"]' }, { "next-action": ID })],
    ["a call of the client's", raw('["$undefined"]', { "next-action": ID })],
    ["a form that is no action", post({ q: "methadone" })],
    ["no form at all", raw("{}", { "content-type": "application/json" })],
    ["a form from our own site", post(whole, { origin: `https://${HOST}` })],
    ["a form through a proxy", post(whole, { origin: "https://front.example", "x-forwarded-host": "front.example" })],
  ])("%s", async (_, request) => {
    expect(await problemOf(request)).toBeNull();
  });

  test("a page that is only read", async () => {
    expect(await problemOf(new Request(`https://${HOST}/contact`, { headers: { origin: "null" } }))).toBeNull();
  });
});

describe("what no page of ours sends is told apart", () => {
  test.each<[string, Record<string, string | Blob | null>]>([
    ["a state that is no JSON", { "$ACTION_1:1": "[" }],
    ["a state that is no list", { "$ACTION_1:1": "{}" }],
    ["a missing state", { "$ACTION_1:1": null }],
    ["a missing action", { "$ACTION_1:0": null }],
    ["an action that is no JSON", { "$ACTION_1:0": "x" }],
    ["an action of nothing", { "$ACTION_1:0": "null" }],
    ["an action without an id", { "$ACTION_1:0": "{}" }],
    ["a path for an id", { "$ACTION_1:0": '{"id":"../../x","bound":null}' }],
    ["a reference to a module", { "$ACTION_1:1": '["$F1"]' }],
    ["a reference into a prototype", { "$ACTION_1:1": '["$1:__proto__:polluted"]' }],
    ["a prototype", { "$ACTION_1:1": '[{"__proto__":{"a":1}}]' }],
    ["a map", { "$ACTION_1:1": '["$Q1"]' }],
    ["a bottomless state", { "$ACTION_1:1": `${"[".repeat(50)}${"]".repeat(50)}` }],
    ["a file for a state", { "$ACTION_1:1": new Blob(["[]"]) }],
    ["an action field of another shape", { "$ACTION_1:x": "1" }],
  ])("%s", async (_, changes) => {
    expect(await problemOf(post({ ...whole, ...changes }))).toBe("unreadable");
  });

  test.each<[string, Request]>([
    ["a body that is no form", raw("x", { "content-type": "multipart/form-data; boundary=b" })],
    ["a form without a boundary", raw("x", { "content-type": "multipart/form-data" })],
    [
      "a form that is cut off",
      raw('--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx', {
        "content-type": "multipart/form-data; boundary=b",
      }),
    ],
    ["a call without arguments", raw("null", { "next-action": ID })],
    ["a client's form without arguments", post({ "0": "{}" }, { "next-action": ID })],
    ["a call that is no JSON", raw("[", { "next-action": ID })],
    ["a client's form without its first part", post({ "1_name": "Ana" }, { "next-action": ID })],
  ])("%s", async (_, request) => {
    expect(await problemOf(request)).toBe("unreadable");
  });

  test.each(["https://evil.example", "null", "nonsense"])("a form from %s", async (origin) => {
    expect(await problemOf(post(whole, { origin }))).toBe("foreign");
  });

  test("more than anybody types", async () => {
    expect(await problemOf(raw("x", { "next-action": ID, "content-length": String(2 * 1024 * 1024) }))).toBe("large");
  });
});

test("whatever is sent is answered", async () => {
  const entry = fc.tuple(
    fc.oneof(fc.constantFrom(...Object.keys(whole)), fc.string()),
    fc.oneof(fc.string(), fc.json()),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      const problem = await problemOf(post({ ...whole, ...Object.fromEntries(entries) }));
      expect([null, "unreadable"]).toContain(problem);
    }),
    { numRuns: 200 },
  );
});
