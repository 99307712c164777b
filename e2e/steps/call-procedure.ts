import type { Page } from "playwright-core";

/** Calls a procedure from inside the page, with its cookies and its origin, as the page's own code does. */
export async function callProcedure(page: Page, procedure: string, input: object) {
  const body = [...Buffer.from(JSON.stringify(input))];
  const answer = await sendFrom(page, `/trpc/${procedure}`, { type: "application/json", body });
  return answer.result.data;
}

/** Posts bytes from inside the page. @throws Error with the answer when it is a refusal. */
async function sendFrom(page: Page, path: string, parts: { type: string; body: number[] }) {
  const { status, text } = await page.evaluate(
    async ([to, { type, body }]) => {
      const headers = { "content-type": type, "x-covenant": "1" };
      const response = await fetch(to, { method: "POST", headers, body: new Uint8Array(body) });
      return { status: response.status, text: await response.text() };
    },
    [path, parts] as const,
  );
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
  return JSON.parse(text);
}
