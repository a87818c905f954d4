// The word by which the framework's page cache, which is loaded before anything is compiled, reaches our own modules.

/** A channel (node:diagnostics_channel): pages were marked to be made again. */
export const PAGES_EXPIRED = "best-heroin-rehab.pages-expired";
