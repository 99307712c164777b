/** Part of a folded prompt: indexes into its text, end exclusive. */
export type Span = { readonly from: number; readonly to: number; readonly kind: "plain" | "disguised" | "sign" };

const [letter, digit, symbol, gap, sign] = [1, 2, 3, 4, 5];
const letterLike = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no space between words: each of their characters stands alone. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  return "@$!|+".includes(character) ? symbol : gap;
});

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiKinds[code] ?? gap;
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  if (unspaced.test(character)) return sign;
  return letterLike.test(character) ? letter : gap;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1;
}

/**
 * The words of a folded prompt, in order. A word is disguised if it mixes letters with digits or symbols, or repeats
 * letters as nobody writes them. Each character is looked at twice at most.
 */
export function splitWords(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const width = widthAt(text, at);
    if (kind === sign) {
      spans.push({ from: at, to: at + width, kind: "sign" });
      at += width;
      continue;
    }
    const to = endOfWord(text, at);
    if (to > at) spans.push({ from: at, to, kind: isDisguised(text, at, to) ? "disguised" : "plain" });
    at = Math.max(to, at + width);
    // The symbols that no word wanted are passed over together.
    if (kind === symbol && to < at) at = endOfSymbols(text, at);
  }
  return spans;
}

/** Symbols belong to a word when a letter follows them; those that end words in disguise, also when one stands before. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === letter || kind === digit) {
      at += widthAt(text, at);
      continue;
    }
    if (kind !== symbol) break;
    const end = endOfSymbols(text, at);
    const next = end < text.length ? kindAt(text, end) : gap;
    const endsWord = at > from && (text[at] === "$" || text[at] === "@");
    if (next !== letter && next !== digit && !endsWord) break;
    at = end;
  }
  return at;
}

function endOfSymbols(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === symbol) at += 1;
  return at;
}

function isDisguised(text: string, from: number, to: number): boolean {
  let letters = 0;
  let doubles = 0;
  let run = 1;
  let isRepeated = false;
  let last = -1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    // Beyond ASCII a word has letters only, some of them in two units.
    if (code >= 128 || asciiKinds[code] === letter) letters += 1;
    run = code === last ? run + 1 : 1;
    last = code;
    if (run === 2) doubles += 1;
    if (run === 3) isRepeated = true;
  }
  return letters > 0 && (letters < to - from || isRepeated || doubles > 2);
}
