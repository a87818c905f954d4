import { narrowAction } from "@/lib/receipts/actions";
import { backToReceipt, receiptParams, sentValues, type ReceiptRoute } from "../answer";

export async function POST(request: Request, route: ReceiptRoute): Promise<Response> {
  const { locale, token } = await receiptParams(route);
  return backToReceipt(locale, token, await narrowAction(token, await sentValues(request, "place")));
}
