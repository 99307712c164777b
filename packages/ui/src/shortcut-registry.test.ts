import { expect, it } from "vitest";
import { findShortcut, type Shortcut } from "./shortcut-registry.ts";

const press = (key: string, held = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const shortcut = (keys: string, label: string, isHeardEverywhere = false): Shortcut => ({
  keys,
  label,
  group: "Test",
  isHeardEverywhere,
  run: () => undefined,
});
const page = { isTyping: false, isInOverlay: false, isOnControl: false };
const all = [
  shortcut("j", "page: next"),
  shortcut("j", "app: next"),
  shortcut("enter", "open"),
  shortcut("g o", "orders"),
  shortcut("mod+k", "palette", true),
];

it("gives the key to what was added last", () => {
  expect(findShortcut(all, press("j"), null, page)?.label).toBe("page: next");
});

it("stays silent while the person is typing, except for what is heard everywhere", () => {
  const typing = { ...page, isTyping: true };
  expect(findShortcut(all, press("j"), null, typing)).toBeUndefined();
  expect(findShortcut(all, press("k", { ctrlKey: true }), null, typing)?.label).toBe("palette");
});

it("stays silent behind an open dialog", () => {
  expect(findShortcut(all, press("j"), null, { ...page, isInOverlay: true })).toBeUndefined();
});

it("leaves Enter to the button or link that has the focus", () => {
  expect(findShortcut(all, press("Enter"), null, page)?.label).toBe("open");
  expect(findShortcut(all, press("Enter"), null, { ...page, isOnControl: true })).toBeUndefined();
});

it("needs both keys of two in a row", () => {
  expect(findShortcut(all, press("o"), null, page)).toBeUndefined();
  expect(findShortcut(all, press("o"), press("g"), page)?.label).toBe("orders");
});
