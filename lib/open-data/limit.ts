/** Plenty for whoever reads, checks or mirrors the numbers; too few to wear the database out. */
export const OPEN_LIMIT = { name: "open data", points: 120, seconds: 60 };
