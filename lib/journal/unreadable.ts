/** The journal's folder is there, and its files cannot be read. Its words are safe to show. */
export class JournalUnreadable extends Error {
  override name = "JournalUnreadable";
  constructor(readonly code: string) {
    super(`The journal cannot be read (${code}): see JOURNAL_DIR, and the disk it stands on.`);
  }
}
