// The parameters of a URL as the framework hands them over: an object filled name by name, to which a text is
// added where one stands already. So a name that every object has from birth ("toString") comes as a list with that
// function in it, and "__proto__" puts another object beneath. Only texts under the object's own names were written.

export type SearchParams = Record<string, string | string[] | undefined>;

/** The texts a URL gives under a name, in its order; none for a name it does not have. */
export function textsIn(params: SearchParams, name: string): string[] {
  const given: unknown = Object.hasOwn(params, name) ? params[name] : undefined;
  return [given].flat().filter((text) => typeof text === "string");
}

/** The names a URL has, each once. */
export function namesIn(params: SearchParams): string[] {
  return Object.keys(params);
}
