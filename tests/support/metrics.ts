import { GET } from "@/app/api/metrics/route";

export const METRICS_TOKEN = "a token that only tests know";

export const askForMetrics = (headers: Record<string, string>) =>
  GET(new Request("http://localhost/api/metrics", { headers }));

/** The figures as whoever has the token gets them. */
export async function readMetrics(): Promise<string> {
  const answer = await askForMetrics({ authorization: `Bearer ${METRICS_TOKEN}` });
  if (answer.status !== 200) throw new Error(`The metrics answered ${answer.status}`);
  return answer.text();
}
