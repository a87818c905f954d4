import { copyAction } from "@/lib/receipts/actions";
import { backToReceipt, receiptParams, type ReceiptRoute } from "../answer";

/** A POST, so that no URL that somebody visits, prefetches or keeps gives the person's words. */
export async function POST(_: Request, route: ReceiptRoute): Promise<Response> {
  const { locale, token } = await receiptParams(route);
  const copy = await copyAction(token);
  if (copy === null || copy === "unavailable") return backToReceipt(locale, token, copy);
  return new Response(copy.json, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${copy.fileName}"`,
      "cache-control": "no-store",
    },
  });
}
