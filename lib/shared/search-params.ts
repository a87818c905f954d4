// The parameters of a URL as the framework gives them: an object that it fills name by name; a second text under a name
// makes a list. So a name that every object inherits ("toString") comes as a list with that function in it, and
// "__proto__" replaces the prototype. Only texts under the object's own names are parameters.

export type SearchParams = Record<string, string | string[] | undefined>;

/** The texts that a URL has under a name, in its order; empty for a name that it does not have. */
export function textsIn(params: SearchParams, name: string): string[] {
  const given: unknown = Object.hasOwn(params, name) ? params[name] : undefined;
  return [given].flat().filter((text) => typeof text === "string");
}

/** The names a URL has, each once. */
export function namesIn(params: SearchParams): string[] {
  return Object.keys(params);
}

/** Whether a URL asks for anything beyond its page. */
export function isAsked(params: SearchParams): boolean {
  return namesIn(params).length > 0;
}

/** The parameters of a query as it is written, without "?". */
export function paramsOf(query: string): SearchParams {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}
