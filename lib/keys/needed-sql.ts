import "server-only";
import { envelopePrefix } from "@/lib/server/crypto";
import { Prisma } from "@/lib/server/db";
import { SEALED_TABLES } from "./sealed-tables";

/** Whether a value is sealed with an encryption key: one row, `needed`. */
export function sealedWithSql(keyId: string): Prisma.Sql {
  const cells = SEALED_TABLES.flatMap(({ model, columns }) =>
    columns.map((column) => Prisma.sql`EXISTS (SELECT FROM ${nameSql(model)} WHERE ${beginsSql(column, keyId)})`),
  );
  return Prisma.sql`SELECT ${Prisma.join(cells, " OR ")} AS needed`;
}

/** Whether a contact is hashed with a secret; what else is hashed is not looked for any more after a day. As above. */
export function hashedWithSql(secretId: string): Prisma.Sql {
  const prefix = `${secretId}.`;
  return Prisma.sql`SELECT EXISTS (
    SELECT FROM "Inquiry" WHERE starts_with("emailHash", ${prefix}) OR starts_with("phoneHash", ${prefix})) AS needed`;
}

/** A few values of a column that are sealed with a key, each with its row's id. */
export function valuesSql(model: string, column: string, keyId: string, atMost: number): Prisma.Sql {
  return Prisma.sql`SELECT id::text AS row, ${nameSql(column)} AS envelope FROM ${nameSql(model)}
    WHERE ${beginsSql(column, keyId)} LIMIT ${atMost}`;
}

function beginsSql(column: string, keyId: string): Prisma.Sql {
  return Prisma.sql`starts_with(${nameSql(column)}, ${envelopePrefix(keyId)})`;
}

/** Names come from our own list. */
function nameSql(name: string): Prisma.Sql {
  return Prisma.raw(`"${name}"`);
}
