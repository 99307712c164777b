import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  areSingleKeysOn,
  listShortcuts,
  onShortcutsChanged,
  openShortcuts,
  type Shortcut,
} from "./shortcut-registry.ts";

const none: readonly Shortcut[] = [];

/**
 * Puts shortcuts in force while the component is on the page. They are silent while the person types and behind an
 * open dialog, unless they say otherwise. The list may be new on every render.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const place = useRef<ReturnType<typeof openShortcuts>>(null);
  // Connects to the document's key presses through the registry; gives its place up when the component leaves.
  useEffect(() => {
    place.current = openShortcuts();
    return () => place.current?.release();
  }, []);
  useEffect(() => place.current?.set(shortcuts));
}

/** Every shortcut in force, for the `?` sheet and the palette. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(onShortcutsChanged, listShortcuts, () => none);
}

/** Whether bare letters act on this machine. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(onShortcutsChanged, areSingleKeysOn, () => true);
}
