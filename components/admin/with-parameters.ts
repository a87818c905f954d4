/** A path with its query; what is empty, or the first page, is left out. */
export function withParameters(path: string, parameters: Record<string, string | number>): string {
  const kept = Object.entries(parameters).filter(([name, value]) => value !== "" && !(name === "page" && value === 1));
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}
