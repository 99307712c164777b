import { request } from "node:http";

export type SignedIn = { id: string; cookie: string; headers: Record<string, string>; storefront: unknown };

/** The storefront's host as a browser would send it; no name is resolved. */
const headers = { host: "image-ai-run.localhost:4100", "x-covenant": "1", "content-type": "application/json" };

/** Signs the demo member in and answers the session's cookie, who it is, and what the storefront says of itself. */
export async function signIn(port: number): Promise<SignedIn> {
  const body = JSON.stringify({ email: "member@demo.test", password: "covenant-demo-member" });
  const signedIn = await call(port, "POST", "/trpc/members.signIn", body);
  const cookie = signedIn.cookies[0]?.split(";")[0] ?? "";
  const storefront = await call(port, "GET", "/trpc/terms.storefront");
  return { id: signedIn.data.id ?? "", cookie, headers, storefront: storefront.data };
}

type Answer = { data: { id?: string }; cookies: string[] };

function call(port: number, method: string, path: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = "";
      response.on("data", (piece) => {
        text += piece;
      });
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode} ${text}`));
        resolve({ data: JSON.parse(text).result.data, cookies: response.headers["set-cookie"] ?? [] });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
