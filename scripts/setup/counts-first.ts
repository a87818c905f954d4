/** In words. Empty where no setting counts before the file: then whatever is put into the file is used. */
export function countsFirstWords(settings: readonly string[], file: string): string {
  if (settings.length === 0) return "";
  const [are, count, them] = settings.length === 1 ? ["is", "counts", "it"] : ["are", "count", "them"];
  return (
    `${settings.join(" and ")} ${are} set in the environment or .env and ${count} before ${file}: ` +
    `set ${them} there, or take ${them} out there first.`
  );
}

/** The settings of keys that the environment or `.env` has, for a command that gets them together with the file's. */
export const SET_OUTSIDE = "KEYS_SET_OUTSIDE";

/** Those settings, in a command on this copy's own database. */
export function setOutside(): string[] {
  return (process.env[SET_OUTSIDE] ?? "").split(",").filter(Boolean);
}
