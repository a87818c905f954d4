/** Enough for anybody who reads, checks or mirrors the numbers; too few to overload the database. */
export const OPEN_LIMIT = { name: "open data", points: 120, seconds: 60 };
