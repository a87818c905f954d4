import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalOf } from "./form-request";

const ID = "6056ecf8ec4fc6c4281ef94be892b26c12974d1436";
const HOST = "example.org";
const OTHER_ID = "7f".repeat(21);
const ACTIONS = new Set([ID]);

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

const problemOf = async (request: Request, actions: ReadonlySet<string> | null | undefined = ACTIONS) =>
  (await refusalOf(request, actions))?.problem ?? null;

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
    ["a form from our own site", post(whole, { origin: `https://${HOST}` })],
    ["a form through a proxy", post(whole, { origin: "https://front.example", "x-forwarded-host": "front.example" })],
  ])("%s", async (_, request) => {
    expect(await problemOf(request)).toBeNull();
  });

  test("a page that is only read", async () => {
    expect(await problemOf(new Request(`https://${HOST}/contact`, { headers: { origin: "null" } }))).toBeNull();
  });
});

describe("what is sent to a route that takes plain forms is left to it", () => {
  test.each<[string, Request]>([
    ["a form that is no action", post({ q: "methadone" })],
    ["a form of the oldest kind", raw(new URLSearchParams({ q: "methadone" }), {})],
    ["no form at all", raw("{}", { "content-type": "application/json" })],
  ])("%s", async (_, request) => {
    expect(await problemOf(request, null)).toBeNull();
  });
});

describe("what a page does not know in this build is told apart, with every word", () => {
  const stale = { ...whole, "$ACTION_1:0": `{"id":"${OTHER_ID}","bound":"$@1"}` };
  const plain = { name: whole.name, message: whole.message };
  test.each<[string, Request, ReadonlySet<string> | null]>([
    ["an action of another build", post(stale), ACTIONS],
    ["an action of another page", post(whole), new Set([OTHER_ID])],
    ["an action where no page has any", post(whole), null],
    ["an unbound action of another build", post({ ...plain, [`$ACTION_ID_${OTHER_ID}`]: "" }), ACTIONS],
    ["a form without an action", post(plain), ACTIONS],
    ["a form of the oldest kind", raw(new URLSearchParams(whole), {}), ACTIONS],
  ])("%s", async (_, request, actions) => {
    expect(await refusalOf(request, actions)).toEqual({
      problem: "unknown",
      isPage: true,
      fields: Object.entries(plain),
    });
  });

  test("a button that has another action than its form", async () => {
    const refused = await refusalOf(post({ ...whole, [`$ACTION_ID_${OTHER_ID}`]: "" }), ACTIONS);
    expect(refused).toMatchObject({ problem: "unknown", isByButton: true, fields: Object.entries(plain) });
  });

  test("while developing, every action is believed", async () => {
    expect(await refusalOf(post(stale), undefined)).toBeNull();
  });

  test.each(["text/plain", "application/json", "application/x-unheard-of"])(
    "a body that is no form comes back as it is: %s",
    async (type) => {
      const refused = await refusalOf(raw("message=Ana's words", { "content-type": type }), ACTIONS);
      expect(refused).toEqual({ problem: "unreadable", isPage: true, fields: [["", "message=Ana's words"]] });
    },
  );
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

  test("more than the framework takes comes back whole, however its length was told", async () => {
    const long = "x".repeat(1024 * 1024);
    const refused = await refusalOf(post({ ...whole, message: long }), ACTIONS);
    expect(refused?.problem).toBe("large");
    expect(Object.fromEntries(refused?.fields ?? [])).toEqual({ name: "Ana", message: long });
    expect(await problemOf(raw(JSON.stringify([long]), { "next-action": ID }))).toBe("large");
  });

  test("more than anybody types is not read", async () => {
    const length = { "content-length": String(5 * 1024 * 1024) };
    const refused = await refusalOf(post(whole, length), ACTIONS);
    expect(refused).toEqual({ problem: "large", isPage: true, fields: [] });
  });
});

test("whatever is sent is answered", async () => {
  const entry = fc.tuple(
    fc.oneof(
      fc.constantFrom(...Object.keys(whole), "$ACTION_9:0", "$ACTION_9:1", "$ACTION_REF_9", "$ACTION_ID_00"),
      fc.string(),
    ),
    fc.oneof(fc.string(), fc.json(), fc.constantFrom("null", "0", "[]", "{}", '""')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      const problem = await problemOf(post({ ...whole, ...Object.fromEntries(entries) }));
      expect([null, "unreadable", "unknown"]).toContain(problem);
    }),
    { numRuns: 400 },
  );
});

test.each(["null", "0", "true", "[]", "{}", '""', '{"id":null}'])(
  "%s where an action's name stands names none",
  async (head) => {
    expect(await problemOf(post({ ...whole, "$ACTION_9:0": head }))).toBe("unknown");
  },
);

describe("what would take long to read is refused before it is read", () => {
  const many = (count: number, name: (at: number) => string) => {
    const body = new FormData();
    for (let at = 0; at < count; at++) body.append(name(at), "");
    return body;
  };
  const state = (json: string) => post({ ...whole, "$ACTION_1:1": json });

  test.each<[string, Request, string | null]>([
    ["as many fields as the largest form has", raw(withAction(many(1000, (at) => `${at}.name`)), {}), null],
    ["twenty thousand fields", raw(many(20_000, String), {}), "large"],
    ["twenty thousand fields of the oldest kind", raw(new URLSearchParams("a&".repeat(20_000)), {}), "large"],
    ["one name twenty thousand times", raw(withAction(many(20_000, () => "$ACTION_REF_1")), {}), "large"],
    ["a name without an end", raw(withAction(many(1, () => "n".repeat(100_000))), {}), "unreadable"],
    ["a state of half a million levels", state("[".repeat(250_000) + "]".repeat(250_000)), "unreadable"],
    ["a state of half a million parts", state(`[${"1,".repeat(250_000)}1]`), "unreadable"],
    ["a state of a thousand references", state(`[${'"$@1",'.repeat(1000)}1]`), "unreadable"],
    ["a state whose words have brackets, commas and quotes", state(JSON.stringify([`[{"\\,`.repeat(50_000)])), null],
    ["a call of half a million parts", raw(`[${"1,".repeat(250_000)}1]`, { "next-action": ID }), "unreadable"],
    ["a call whose words do not end", raw(`["${'\\"'.repeat(250_000)}`, { "next-action": ID }), "unreadable"],
  ])("%s", async (_, request, problem) => {
    expect(await problemOf(request)).toBe(problem);
  });

  function withAction(body: FormData): FormData {
    body.append("$ACTION_REF_1", "");
    body.append("$ACTION_1:0", `{"id":"${ID}","bound":null}`);
    return body;
  }
});
