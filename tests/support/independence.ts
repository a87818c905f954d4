/** Names of columns about money between a program and us. */
export const MONEY =
  /price|paid|payer|payment|payout|fee|sponsor|tier|commission|boost|featur|promot|advert|budget|invoice|amount|revenue|partner|premium|bid$|money|dollar|billing|subscription|referral/i;

/** Names of columns by which somebody could move one place by hand. */
export const MOVING = /override|pinned|manualrank|rankoverride|handpicked|priority|penalty|bonus|adjust|weight/i;

/** "factSheets.yes" and so on: every column a select reads. */
export function columnsOf(select: object, path = ""): string[] {
  return Object.entries(select).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null && "select" in value
      ? columnsOf(value.select as object, `${path}${key}.`)
      : `${path}${key}`,
  );
}
