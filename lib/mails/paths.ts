/** What staff see change with a mail. */
export const MAIL_PATHS = ["/admin", "/admin/mails", "/admin/inquiries"] as const;
