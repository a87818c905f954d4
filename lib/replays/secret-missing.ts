/** Acts must be done again whose records only an absent secret finds. */
export class JournalSecretMissing extends Error {
  override name = "JournalSecretMissing";
  constructor(readonly code: string) {
    super(
      `APP_SECRET: ${code} is missing, and the journal names records by it that must be erased or changed again. ` +
        `Put it back behind the others. If it is lost for good: npm run reencrypt -- --lost ${code}`,
    );
  }
}
