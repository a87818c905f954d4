/** The staff pages that show mails. */
export const MAIL_PATHS = ["/admin", "/admin/mails", "/admin/inquiries"] as const;
