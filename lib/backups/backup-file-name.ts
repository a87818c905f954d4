const NAME = /^best-heroin-rehab-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.tar$/;

/** Such as best-heroin-rehab-2026-11-30T12-07-00-123Z.tar: by name they stand in the order of their moments. */
export function backupFileName(moment: Date): string {
  return `best-heroin-rehab-${moment.toISOString().replaceAll(/[:.]/g, "-")}.tar`;
}

/** Whether we made a file, by its name. What has another one is never removed. */
export function isBackupFileName(name: string): boolean {
  return NAME.test(name);
}
