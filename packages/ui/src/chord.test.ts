import { describe, expect, it } from "vitest";
import { chordLabel, isSingleCharacter, type KeyPress, matchesChord, takesTyping } from "./chord.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("the typing guard", () => {
  it.each([
    { tagName: "TEXTAREA" },
    { tagName: "INPUT" },
    { tagName: "INPUT", type: "search" },
    { tagName: "SELECT" },
    { tagName: "DIV", isContentEditable: true },
    { tagName: "DIV", role: "textbox" },
  ])("leaves letters to %o", (target) => {
    expect(takesTyping(target)).toBe(true);
  });

  it.each([
    { tagName: "BODY" },
    { tagName: "BUTTON" },
    { tagName: "INPUT", type: "checkbox" },
    { tagName: "INPUT", type: "radio" },
    { tagName: "DIV", role: "row" },
  ])("hears letters on %o", (target) => {
    expect(takesTyping(target)).toBe(false);
  });
});

describe("a chord", () => {
  it("asks for the command key on a Mac and for control elsewhere", () => {
    expect(matchesChord("mod+k", press("k", { metaKey: true }), true)).toBe(true);
    expect(matchesChord("mod+k", press("k", { ctrlKey: true }), false)).toBe(true);
    expect(matchesChord("mod+k", press("k", { ctrlKey: true }), true)).toBe(false);
  });

  it("leaves a bare letter alone while a modifier is held", () => {
    expect(matchesChord("c", press("c", { ctrlKey: true }), false)).toBe(false);
    expect(matchesChord("c", press("c", { metaKey: true }), false)).toBe(false);
    expect(matchesChord("c", press("C", { shiftKey: true }), false)).toBe(false);
  });

  it("finds a sign whichever way the keyboard makes it", () => {
    expect(matchesChord("?", press("?", { shiftKey: true }), false)).toBe(true);
    expect(matchesChord("?", press("?"), false)).toBe(true);
  });

  it("asks for shift when it names it", () => {
    expect(matchesChord("shift+x", press("X", { shiftKey: true }), false)).toBe(true);
    expect(matchesChord("shift+x", press("x"), false)).toBe(false);
  });

  it("is printed as on the person's keyboard", () => {
    expect(chordLabel("mod+k", true)).toBe("⌘K");
    expect(chordLabel("mod+k", false)).toBe("Ctrl K");
    expect(chordLabel("enter", false)).toBe("↵");
  });

  it("counts as a single character only without modifiers", () => {
    expect(["j", "?", "g o"].map(isSingleCharacter)).toEqual([true, true, true]);
    expect(["mod+k", "enter", "arrowup"].map(isSingleCharacter)).toEqual([false, false, false]);
  });
});
