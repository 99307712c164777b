import { type Folded, fold } from "./fold.ts";
import { skeletonOf } from "./skeleton.ts";
import { type Span, splitWords } from "./split-words.ts";

/** What a disguised word may say. */
export type Reading = { readonly text: string; readonly skeleton: string };

/** A word as matching sees it, with its place in the prompt as it was written (UTF-16 offsets, end exclusive). */
export type Token = {
  readonly text: string;
  /** Empty for a plain word, which stands for itself alone. */
  readonly readings: readonly Reading[];
  readonly start: number;
  readonly end: number;
  /** Which word of the prompt it is, or begins with. */
  readonly at: number;
};

/** The words in order; and what some of them say taken together or apart, which only single words are matched with. */
export type Tokens = { readonly words: readonly Token[]; readonly others: readonly Token[] };

/** Splits a prompt into words, each stripped of disguise. Takes time in proportion to the length of the prompt. */
export function tokenise(prompt: string): Tokens {
  const folded = fold(prompt);
  const reader = new Reader(folded);
  const spans = splitWords(folded.text);
  for (let at = 0; at < spans.length; ) at = reader.readFrom(spans, at);
  reader.joinPunctuated();
  return reader;
}

class Reader implements Tokens {
  readonly words: Token[] = [];
  readonly others: Token[] = [];
  private readonly spans: Span[] = [];
  private readonly folded: Folded;

  constructor(folded: Folded) {
    this.folded = folded;
  }

  /** Reads one word, or the whole of one that is spelled out, and says where the next begins. */
  readFrom(spans: readonly Span[], at: number): number {
    const span = spans[at];
    if (span === undefined) return at + 1;
    let end = at;
    while (isSingle(spans[end])) end += 1;
    if (end - at >= 3) this.readSpelledOut(spans.slice(at, end));
    else if (end > at) for (const single of spans.slice(at, end)) this.addWord(single);
    else this.addWord(span);
    return Math.max(end, at + 1);
  }

  /** Words connected by punctuation without a space between them are also read as one. */
  joinPunctuated(): void {
    for (let from = 0; from < this.spans.length; ) {
      let to = from + 1;
      while (to < this.spans.length && this.areConnected(to - 1, to)) to += 1;
      if (to - from > 1) this.addOther(this.spans.slice(from, to), from);
      from = to;
    }
  }

  private areConnected(one: number, other: number): boolean {
    const before = this.spans[one];
    const after = this.spans[other];
    if (!before || !after || before.kind === "sign" || after.kind === "sign" || after.from - before.to > 2)
      return false;
    for (let at = before.to; at < after.from; at += 1) if (isSpace(this.folded.text, at)) return false;
    return true;
  }

  /**
   * Three or more single letters in a row are words spelled out, which wider gaps set apart. The first or last letter
   * may be a word of its own, such as "a", and is then left in the place that is told.
   */
  private readSpelledOut(letters: readonly Span[]): void {
    const first = this.words.length;
    const gaps = letters.slice(1).map((letter, at) => letter.from - (letters[at]?.to ?? 0));
    const usual = mostCommon(gaps);
    let from = 0;
    for (let to = 1; to <= letters.length; to += 1) {
      if (to < letters.length && (gaps[to - 1] ?? 0) <= usual) continue;
      this.addSpelled(letters.slice(from, to));
      from = to;
    }
    this.addOther(letters, first);
  }

  private addSpelled(letters: readonly Span[]): void {
    const [first, last] = [letters[0], letters.at(-1)];
    if (!first || !last) return;
    this.spans.push({ from: first.from, to: last.to, kind: "disguised" });
    const token = this.tokenOf(letters, this.words.length, letters.length > 1);
    const inner = letters.length > 3 ? [token.text.slice(1), token.text.slice(0, -1), token.text.slice(1, -1)] : [];
    this.words.push({ ...token, readings: [...token.readings, ...inner.flatMap(readingsOf)] });
  }

  private addWord(span: Span): void {
    const at = this.words.length;
    this.spans.push(span);
    this.words.push(this.tokenFrom(this.folded.text.slice(span.from, span.to), span, at, span.kind === "disguised"));
    if (span.kind !== "disguised") return;
    // Digits and symbols may also be what sets two words apart.
    for (const match of this.folded.text.slice(span.from, span.to).matchAll(/\p{L}{3,}/gu)) {
      const from = span.from + match.index;
      this.others.push(this.tokenFrom(match[0], { from, to: from + match[0].length }, at, false));
    }
  }

  private addOther(spans: readonly Span[], at: number): void {
    this.others.push(this.tokenOf(spans, at, true));
  }

  private tokenOf(spans: readonly Span[], at: number, isDisguised: boolean): Token {
    const text = spans.map(({ from, to }) => this.folded.text.slice(from, to)).join("");
    return this.tokenFrom(text, { from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 1 }, at, isDisguised);
  }

  private tokenFrom(text: string, { from, to }: Omit<Span, "kind">, at: number, isDisguised: boolean): Token {
    const { startOf, endOf } = this.folded;
    return { text, readings: isDisguised ? readingsOf(text) : plainly, start: startOf(from), end: endOf(to - 1), at };
  }
}

const plainly: readonly Reading[] = [];

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text.charAt(at));
}

/** The width that most of the gaps have; the narrowest of several. */
function mostCommon(gaps: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let [usual, most] = [0, 0];
  for (const [gap, count] of counts) if (count > most || (count === most && gap < usual)) [usual, most] = [gap, count];
  return usual;
}

function isSingle(span: Span | undefined): boolean {
  return span !== undefined && span.kind !== "sign" && span.to - span.from === 1;
}

/** Digits and symbols stand for letters, or are added behind and before, or between. */
function readingsOf(word: string): Reading[] {
  const trimmed = word.replace(/^[^\p{L}]+/u, "").replace(/([\p{L}])[^\p{L}]+$/u, "$1");
  const bare = word.replace(/[^\p{L}]+/gu, "");
  return [...new Set([word, trimmed, bare])].map((text) => ({ text, skeleton: skeletonOf(text) }));
}
