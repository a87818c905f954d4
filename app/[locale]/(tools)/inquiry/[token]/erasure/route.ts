import { eraseAction } from "@/lib/receipts/actions";
import { backToReceipt, receiptParams, type ReceiptRoute } from "../answer";

export async function POST(_: Request, route: ReceiptRoute): Promise<Response> {
  const { locale, token } = await receiptParams(route);
  return backToReceipt(locale, token, await eraseAction(token));
}
