import { NextResponse, type NextRequest } from "next/server";
import { policyWithNonce } from "@/lib/server/csp";
import { answerForm } from "@/lib/server/form-answer";

/**
 * Gives pages rendered per request their nonce, and answers forms that the framework would answer with a bare error.
 * Never a gate: `requireStaff` is.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const answer = await answerForm(request, request.nextUrl.pathname);
  if (answer) return answer;
  const nonce = crypto.randomUUID();
  const policy = policyWithNonce(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  // So that signing in can lead back here.
  headers.set("x-request-path", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/contact/:path*",
    "/es/contact/:path*",
    "/listings",
    "/es/listings",
    "/map/asked",
    "/es/map/asked",
    "/compare",
    "/es/compare",
    "/call-sheet",
    "/es/call-sheet",
    "/rankings/mine",
    "/es/rankings/mine",
    "/listings/:slug/correction",
    "/es/listings/:slug/correction",
    "/listings/:slug/asked",
    "/es/listings/:slug/asked",
    "/find",
    "/es/find",
    "/shortlist",
    "/es/shortlist",
    "/inquiry/:token([A-Za-z0-9_-]{43})/:path*",
    "/es/inquiry/:token([A-Za-z0-9_-]{43})/:path*",
    "/admin/:path*",
    // Whatever is posted, wherever: only what brings a body has a type.
    { source: "/:path*", has: [{ type: "header", key: "content-type" }] },
  ],
};
