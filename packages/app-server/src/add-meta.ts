import { escapeHtml } from "./escape-html.ts";

/** Writes facts of the server into the head of its page, as `<meta name content>`, for the app to read without asking. */
export function addMeta(page: string, meta: Readonly<Record<string, string>>): string {
  const tags = Object.entries(meta).map(
    ([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}" />`,
  );
  return page.replace("</head>", () => `${tags.join("")}</head>`);
}
