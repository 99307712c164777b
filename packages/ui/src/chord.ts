/** A key press as a listener sees it. */
export type KeyPress = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">;

type Target = { tagName?: string; type?: string; isContentEditable?: boolean; role?: string | null };

const buttonLikeInputs = new Set(["button", "checkbox", "radio", "range", "submit", "reset", "color", "file", "image"]);
const writingRoles = new Set(["textbox", "searchbox", "combobox", "spinbutton"]);

/** Whether what has the focus takes letters, so that a single key belongs to it and not to a shortcut. */
export function takesTyping(target: Target | null): boolean {
  if (!target) return false;
  const tag = target.tagName?.toLowerCase();
  if (tag === "textarea" || tag === "select" || target.isContentEditable) return true;
  if (tag === "input") return !buttonLikeInputs.has(target.type ?? "text");
  return writingRoles.has(target.role ?? "");
}

/**
 * Whether a key press is the chord: "j", "enter", "?", "mod+k", "alt+arrowup". `mod` is ⌘ on a Mac and Ctrl elsewhere.
 * Shift is only asked for when the chord names it, because "?" already needs it on most keyboards and "x" never does.
 */
export function matchesChord(chord: string, press: KeyPress, isMac = onMac()): boolean {
  const parts = chord.toLowerCase().split("+");
  const key = parts.at(-1);
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (press.key.toLowerCase() !== key || otherMod) return false;
  if (mod !== wants("mod") || press.altKey !== wants("alt")) return false;
  const isLetter = /^[a-z]$/.test(key);
  return wants("shift") ? press.shiftKey : !(isLetter && press.shiftKey);
}

const macNames = { mod: "⌘", alt: "⌥", shift: "⇧" } as const;
const otherNames = { mod: "Ctrl", alt: "Alt", shift: "Shift" } as const;
const keyNames: Readonly<Record<string, string>> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  " ": "Space",
};

/** A chord as it is printed on keys: "⌘K" on a Mac, "Ctrl K" elsewhere. */
export function chordLabel(chord: string, isMac = onMac()): string {
  const names: Readonly<Record<string, string>> = { ...keyNames, ...(isMac ? macNames : otherNames) };
  const printed = chord.split("+").map((part) => names[part.toLowerCase()] ?? part.toUpperCase());
  return printed.join(isMac ? "" : " ");
}

/** Whether a chord is one bare character, which WCAG 2.1.4 says people must be able to switch off. */
export function isSingleCharacter(chord: string): boolean {
  return chord.split(" ").every((step) => step.length === 1);
}

function onMac(): boolean {
  return typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);
}
