/**
 * The origin of the demo's stand-ins or of its console, wherever this demo listens: its server writes them into the page.
 * @returns `null` outside demo mode.
 */
export function demoPlace(name: "sandbox" | "console"): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="demo-${name}"]`)?.content ?? null;
}
