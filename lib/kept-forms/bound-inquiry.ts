/** The inquiry that a page of the desk is about; null for other pages. */
export function inquiryOf(path: string): string | null {
  return /^\/admin\/inquiries\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(path)?.[1] ?? null;
}
