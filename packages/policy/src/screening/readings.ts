import { skeletonOf } from "./skeleton.ts";

/** What a disguised word may say, and which part of the folded prompt says it (end exclusive). */
export type Reading = {
  readonly text: string;
  readonly skeleton: string;
  readonly from: number;
  readonly to: number;
  /** Whether stars stand for some of its letters. */
  readonly isBlotted: boolean;
};

/**
 * Digits and symbols stand for letters, or are added before and behind, or between; or set two words apart. The text may be
 * put together of several pieces, in which case each reading is said by the whole.
 */
export function readingsOf(text: string, from: number, to: number): Reading[] {
  const isWhole = to - from === text.length;
  const place = (start: number, end: number) => (isWhole ? { from: from + start, to: from + end } : { from, to });
  const whole = readingOf(text, from, to);
  if (/^\p{L}*$/u.test(text)) return [whole];
  if (isNumber(text)) return [];
  const before = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
  const behind = text.length - (/\p{L}(?=[^\p{L}]+$)/u.exec(text)?.index ?? text.length - 1) - 1;
  const trimmed = place(before, text.length - behind);
  const others = [
    readingOf(text.slice(before, text.length - behind), trimmed.from, trimmed.to),
    readingOf(text.replace(/[^\p{L}]+/gu, ""), from, to),
    // A six is a g or a b.
    ...(text.includes("6") ? [readingOf(text.replaceAll("6", "b"), from, to)] : []),
    ...[...text.matchAll(/\p{L}{4,}/gu)].map(({ 0: part, index }) => {
      const { from: start, to: end } = place(index, index + part.length);
      return readingOf(part, start, end);
    }),
  ];
  return [whole, ...others.filter((other) => other.text !== text)];
}

/** A number is a number, also one that points or lines part: `4.8.0`. */
export function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

export function readingOf(text: string, from: number, to: number): Reading {
  return { text, skeleton: skeletonOf(text), from, to, isBlotted: false };
}
