import { useSyncExternalStore } from "react";

/** What the person chose. "system" follows the machine and is what nobody chose. */
export type Theme = "system" | "light" | "dark";

const storageKey = "theme";
const listeners = new Set<() => void>();

/** Applies a theme to the page and remembers it on this machine; other open tabs follow. */
export function setTheme(theme: Theme) {
  writeStored(theme);
  apply(theme);
  notify();
}

/** The current theme, and the page re-renders when it changes here or in another tab. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readStored, () => "system");
}

/** Reads anything as a theme; what is not one is "system". */
export function parseTheme(stored: string | null): Theme {
  return stored === "light" || stored === "dark" ? stored : "system";
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener("storage", onOtherTab);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", onOtherTab);
  };
}

function onOtherTab(event: StorageEvent) {
  if (event.key !== storageKey) return;
  apply(parseTheme(event.newValue));
  notify();
}

function apply(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function notify() {
  for (const listener of listeners) listener();
}

// Private windows may refuse storage. The choice then lives as long as the page.
let unstored: Theme = "system";

function readStored(): Theme {
  try {
    return parseTheme(localStorage.getItem(storageKey));
  } catch {
    return unstored;
  }
}

function writeStored(theme: Theme) {
  unstored = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return;
  }
}
