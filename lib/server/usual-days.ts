/** How long a backup is kept where BACKUP_KEEP_DAYS is empty. */
export const USUAL_BACKUP_KEEP_DAYS = 30;
