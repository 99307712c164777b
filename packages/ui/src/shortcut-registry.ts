import { isSingleCharacter, type KeyPress, matchesChord, takesTyping } from "./chord.ts";

/** A key with a name. `keys` is one chord, or two in a row: "j", "mod+k", "g o". */
export type Shortcut = {
  keys: string;
  label: string;
  /** The heading it stands under in the `?` sheet. */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also heard in a text field or an open dialog. Only for chords with a modifier. */
  isHeardEverywhere?: boolean;
};

type Place = { isTyping: boolean; isInOverlay: boolean; isOnControl: boolean };

const sequenceMs = 900;
const offKey = "single-keys";
const sets = new Map<symbol, readonly Shortcut[]>();
const listeners = new Set<() => void>();
let listed: readonly Shortcut[] = [];
let previous: { press: KeyPress; at: number } | null = null;

/**
 * Opens a place in the registry. What is opened later wins, so a page's keys win over the app's; `set` replaces what
 * the place holds and keeps its rank; `release` gives the place up.
 */
export function openShortcuts() {
  const owner = Symbol("shortcuts");
  if (sets.size === 0) document.addEventListener("keydown", onKeyDown);
  sets.set(owner, []);
  return {
    set: (shortcuts: readonly Shortcut[]) => {
      sets.set(owner, shortcuts);
      relist();
    },
    release: () => {
      sets.delete(owner);
      if (sets.size === 0) document.removeEventListener("keydown", onKeyDown);
      relist();
    },
  };
}

/** Every shortcut in force, the newest first. The same array until something changes. */
export function listShortcuts(): readonly Shortcut[] {
  return listed;
}

/** Calls back when the list of shortcuts changes, until the returned function is called. */
export function onShortcutsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether bare letters act on this machine (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(offKey) !== "off";
  } catch {
    return true;
  }
}

/** Switches bare letters on or off on this machine; chords with a modifier always act. */
export function setSingleKeys(isOn: boolean) {
  try {
    if (isOn) localStorage.removeItem(offKey);
    else localStorage.setItem(offKey, "off");
  } finally {
    for (const listener of listeners) listener();
  }
}

/** The shortcut a press means in a place, or none. `before` is the press just made, for two keys in a row. */
export function findShortcut(shortcuts: readonly Shortcut[], press: KeyPress, before: KeyPress | null, place: Place) {
  return shortcuts.find(({ keys, isHeardEverywhere = false }) => {
    if ((place.isTyping || place.isInOverlay) && !isHeardEverywhere) return false;
    if (place.isOnControl && (keys === "enter" || keys === " ")) return false;
    const [first = "", second] = keys.split(" ").filter((step) => step !== "");
    if (keys === " " || second === undefined) return matchesChord(keys === " " ? " " : first, press);
    return before !== null && matchesChord(first, before) && matchesChord(second, press);
  });
}

function inForce(): readonly Shortcut[] {
  return [...sets.values()].reverse().flat();
}

// Handlers change on every render and names hardly ever do; only a change of names is news to who lists them.
function relist() {
  const next = inForce();
  if (namesOf(next) === namesOf(listed)) return;
  listed = next;
  for (const listener of listeners) listener();
}

function namesOf(shortcuts: readonly Shortcut[]): string {
  return shortcuts.map(({ keys, label, group }) => `${keys}\t${label}\t${group}`).join("\n");
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const before = previous && event.timeStamp - previous.at < sequenceMs ? previous.press : null;
  const usable = inForce().filter(({ keys }) => areSingleKeysOn() || !isSingleCharacter(keys));
  const shortcut = findShortcut(usable, event, before, placeOf(event.target));
  previous = shortcut ? null : { press: event, at: event.timeStamp };
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run(event);
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return { isTyping: false, isInOverlay: false, isOnControl: false };
  const { tagName, isContentEditable } = target;
  const type = target instanceof HTMLInputElement ? target.type : "";
  return {
    isTyping: takesTyping({ tagName, type, isContentEditable, role: target.getAttribute("role") }),
    isInOverlay: target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null,
    isOnControl: target.closest("button, a, summary, input, [role=tab]") !== null,
  };
}
