export { addMeta } from "./add-meta.ts";
export { escapeHtml } from "./escape-html.ts";
export * from "./serve-app.ts";
