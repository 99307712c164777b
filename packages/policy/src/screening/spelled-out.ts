import { isNumber, type Reading, readingOf, readingsOf } from "./readings.ts";
import { type Word, WordTable } from "./word-table.ts";

/** Several words read as one, from the word `at`; offsets are those of the folded prompt. */
export type Joined = {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly readings: readonly Reading[];
};

type SpelledOut = {
  /** The words, each that is spelled out as one, without symbols that stand alone. */
  readonly words: WordTable;
  /** What those that are spelled out may say, by their place. */
  readonly spelledOut: ReadonlyMap<number, readonly Reading[]>;
  /** Each row of single letters as a whole. */
  readonly runs: readonly Joined[];
};

/** Three or more single letters in a row are words spelled out, which wider gaps set apart. */
export function joinSpelledOut(text: string, split: WordTable): SpelledOut {
  if (!split.mayBeSpelledOut) return { words: split, spelledOut: nothing, runs: [] };
  const reader = new SpellingReader(text);
  for (let at = 0; at < split.all.length; ) at = reader.readFrom(split, at);
  return reader;
}

const nothing: ReadonlyMap<number, readonly Reading[]> = new Map();

class SpellingReader implements SpelledOut {
  readonly words: WordTable;
  readonly spelledOut = new Map<number, Reading[]>();
  readonly runs: Joined[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.words = new WordTable(text);
  }

  /** Reads one word, or a row of single letters, and says where the next begins. */
  readFrom(split: WordTable, at: number): number {
    const letters: Word[] = [];
    let next = split.all[at];
    const first = next;
    for (; next?.isSingle; next = split.all[at + letters.length]) letters.push(next);
    if (letters.length >= 3) this.readRow(letters);
    else if (letters.length > 0) for (const each of letters) this.addAlone(each);
    else if (first) this.words.add(first);
    return at + Math.max(letters.length, 1);
  }

  private readRow(letters: readonly Word[]): void {
    const first = this.words.all.length;
    const gaps = letters.slice(1).map((each, at) => this.widthOf(letters[at]?.to ?? 0, each.from));
    const usual = mostCommon(gaps);
    let from = 0;
    for (let to = 1; to <= letters.length; to += 1) {
      if (to < letters.length && (gaps[to - 1] ?? 0) <= usual) continue;
      this.addSpelled(letters.slice(from, to));
      from = to;
    }
    this.runs.push(this.joined(letters, first));
  }

  /** The width of a gap; a space is wider than any sign where signs set letters apart, and otherwise as wide as it is. */
  private widthOf(from: number, to: number): number {
    return to - from + (/\s/.test(this.text.slice(from, to)) ? widestSign : 0);
  }

  private addSpelled(letters: readonly Word[]): void {
    const [first, last] = [letters[0], letters.at(-1)];
    if (!first || !last) return;
    if (letters.length === 1) {
      this.addAlone(first);
      return;
    }
    const at = this.words.all.length;
    this.spelledOut.set(at, [...this.joined(letters, at).readings]);
    this.words.add({ from: first.from, to: last.to, kind: "disguised", exact: 0, isSingle: false, isMute: false });
  }

  private addAlone(word: Word): void {
    if (word.kind !== "symbol") this.words.add(word);
  }

  /** The first or last letter may be a word of its own, such as "a". */
  private joined(letters: readonly Word[], at: number): Joined {
    const readings = [letters, letters.slice(1), letters.slice(0, -1), letters.slice(1, -1)]
      .flatMap((some, which) => this.readingsOf(some, which > 0))
      .filter(({ skeleton }, which) => which === 0 || skeleton.length >= 3);
    return { at, from: letters[0]?.from ?? 0, to: letters.at(-1)?.to ?? 0, readings };
  }

  private readingsOf(letters: readonly Word[], isPart: boolean): Reading[] {
    const [from, to] = [letters[0]?.from ?? 0, letters.at(-1)?.to ?? 0];
    const text = letters.map((each) => this.text.slice(each.from, each.to)).join("");
    if (isNumber(text)) return [];
    return isPart ? [readingOf(text, from, to)] : readingsOf(text, from, to);
  }
}

const widestSign = 1_000_000;

/** The width that most of the gaps have; the narrowest of several. */
function mostCommon(gaps: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let [usual, most] = [0, 0];
  for (const [gap, count] of counts) if (count > most || (count === most && gap < usual)) [usual, most] = [gap, count];
  return usual;
}
