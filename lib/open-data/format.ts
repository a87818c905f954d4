const OPEN_FORMATS = ["json", "csv"] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** The format a URL asks for: JSON when it names none; null when it names another, or two. */
export function formatOf(url: string): OpenFormat | null {
  const [format = "json", second] = new URL(url).searchParams.getAll("format");
  return second === undefined ? (OPEN_FORMATS.find((known) => known === format) ?? null) : null;
}

/** A number as it stands in a URL, within PostgreSQL's integer; null when it is none or could be written shorter. */
export function numberOf(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647 ? Number(text) : null;
}
