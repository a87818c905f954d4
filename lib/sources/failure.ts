/** Why a file cannot be imported, in words that say what to do; shown as it is, without a stack. */
export class ImportFailure extends Error {}
