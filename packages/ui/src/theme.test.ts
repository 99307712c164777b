import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";
type Tokens = ReadonlyMap<string, Record<Theme, string>>;

const css = readFileSync(new URL("theme.css", import.meta.url), "utf8");
const base = tokensOf(":root");
const faces: [string, Tokens][] = [...css.matchAll(/data-face="([\w-]+)"/g)].map(([, face = ""]) => [
  face,
  new Map([...base, ...tokensOf(`[data-face="${face}"]`)]),
]);

// WCAG 2.2: 1.4.3 asks 4.5 of text, 1.4.11 asks 3 of the outline of a control and of a focus ring.
const textPairs: [string, string][] = [
  ...["bg", "surface", "raised", "sunken", "canvas", "hover"].flatMap((behind): [string, string][] => [
    ["text", behind],
    ["muted", behind],
  ]),
  ...["bg", "surface", "raised", "sunken"].map((behind): [string, string] => ["faint", behind]),
  ...["bg", "surface", "raised", "accent-soft"].map((behind): [string, string] => ["accent", behind]),
  ...["ok", "warn", "bad", "info"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    [tone, "surface"],
    ["text", `${tone}-soft`],
  ]),
  ["text", "accent-soft"],
  ["muted", "accent-soft"],
  ["on-ink", "ink"],
  ["on-ink", "ink-hover"],
  ["on-bad", "bad"],
  ["on-bad", "bad-hover"],
];
const outlinePairs: [string, string][] = ["bg", "surface", "raised", "canvas"].flatMap((behind): [string, string][] => [
  ["border-strong", behind],
  ["focus", behind],
]);

describe.each(faces)("%s", (_face, tokens) => {
  describe.each<Theme>(["light", "dark"])("%s", (theme) => {
    it.each(textPairs)("lets %s be read on %s", (front, behind) => {
      expect(contrast(tokens, theme, front, behind)).toBeGreaterThanOrEqual(4.5);
    });
    it.each(outlinePairs)("lets %s be seen on %s", (front, behind) => {
      expect(contrast(tokens, theme, front, behind)).toBeGreaterThanOrEqual(3);
    });
  });
});

function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  const pairs = block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return new Map([...pairs].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

function contrast(tokens: Tokens, theme: Theme, front: string, behind: string): number {
  const [lighter = 0, darker = 0] = [front, behind]
    .map((name) => luminance(tokens.get(name)?.[theme] ?? ""))
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
