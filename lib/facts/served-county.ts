/** The county whose listings are on the public site and in the rankings; others are kept as drafts. */
export const SERVED_COUNTY = "Los Angeles";
