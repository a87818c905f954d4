/** What was given to a response's `write` or `end` as a part of its body; null when it was none. */
export function writtenChunk([chunk, encoding]: readonly unknown[]): Buffer | null {
  if (typeof chunk === "string") return Buffer.from(chunk, (encoding as BufferEncoding | undefined) ?? "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : null;
}
