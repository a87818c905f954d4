/** Runs once, before the web server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // Without its keys the site does not start, however it is started: an inquiry must never meet a half-set house.
  const { checkSettings } = await import("@/lib/server/env");
  checkSettings();
  const { limitStatements } = await import("@/lib/server/database-limits");
  limitStatements();
  if (process.env.NODE_ENV === "production") {
    const { logConsole } = await import("@/lib/server/console-lines");
    logConsole();
  }
  const { refuseWrongKeys } = await import("@/lib/keys/jobs");
  await refuseWrongKeys();
  const { replayBeforeOpening } = await import("@/lib/replays/jobs");
  await replayBeforeOpening();
  const { markSocketIps } = await import("@/lib/server/client-ip");
  markSocketIps();
  const { completeHeaders } = await import("@/lib/server/response-headers");
  completeHeaders();
  if (process.env.NODE_ENV === "production") {
    const { answerFailures } = await import("@/lib/server/failure-answers");
    answerFailures();
    const { answerParserFailures } = await import("@/lib/server/parser-failures");
    answerParserFailures();
  }
  const { rationCostlyRequests } = await import("@/lib/server/costly-requests");
  rationCostlyRequests();
  if (process.env.NODE_ENV === "production") {
    const { sendAnsweredDocuments } = await import("@/lib/server/answered-documents");
    sendAnsweredDocuments();
  }
  if (process.env.PAGE_CACHE_DIR) {
    const { sendPackedPages } = await import("@/lib/server/packed-pages");
    const { isChosenSearch } = await import("@/lib/search/chosen-search");
    sendPackedPages(process.env.PAGE_CACHE_DIR, isChosenSearch);
    const { sendStampedPages } = await import("@/lib/server/stamped-pages");
    const { FORM_PAGES } = await import("@/lib/inquiries/form-pages");
    sendStampedPages(process.env.PAGE_CACHE_DIR, [FORM_PAGES]);
  }
  const { divertUnreadablePaths } = await import("@/lib/server/unreadable-path");
  divertUnreadablePaths();
}
