/**
 * How many of what, in English, for reports and people at a terminal: "1 line", "12,205 rows", "2 entries".
 * @param many when it is not the word with an s
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
