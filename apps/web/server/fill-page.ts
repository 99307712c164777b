import { addMeta, escapeHtml } from "@covenant/app-server";
import type { PublicPage } from "./keep-public-pages.ts";

/** Puts a rendered page where the app will stand, with its storefront's name and face, so that it reads without scripts. */
export function fillPage(document: string, { storefront: { id, name, tagline }, html }: PublicPage): string {
  return addMeta(document, { description: tagline })
    .replace("<html ", () => `<html data-face="${id}" `)
    .replace(/<title>.*?<\/title>/, () => `<title>${escapeHtml(name)}</title>`)
    .replace('<div id="app"></div>', () => `<div id="app">${html}</div>`);
}
