import { type Folded, fold } from "./fold.ts";
import { humpsOf } from "./humps.ts";
import { joinPieces } from "./join-pieces.ts";
import { joinPunctuated } from "./join-punctuated.ts";
import { unwantedPart } from "./negation.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { type Joined, joinSpelledOut } from "./spelled-out.ts";
import { splitWords } from "./split-words.ts";
import type { Kind, WordTable } from "./word-table.ts";

/** A word as matching sees it. Offsets are those of the folded prompt, end exclusive. */
export type Token = {
  readonly text: string;
  readonly kind: Kind;
  /** What it may say in disguise; empty for a plain word, which stands for itself alone. */
  readonly readings: readonly Reading[];
  readonly from: number;
  readonly to: number;
  /** Which word of the prompt it is, or begins with. */
  readonly at: number;
  /** Whether it is put together of pieces that may be words of their own. */
  readonly isGuess: boolean;
};

/** Splits a prompt into words, each stripped of disguise. Takes time in proportion to the length of the prompt. */
export function tokenise(prompt: string): Tokens {
  const folded = fold(prompt);
  return new Tokens(prompt, folded, splitWords(folded.text));
}

/** The words of a prompt in order, each read when it is asked for; and what some of them say when taken together. */
export class Tokens {
  readonly folded: Folded;
  readonly words: WordTable;
  /** Only single words are looked for in these. */
  readonly others: readonly Token[];
  private readonly read = new Map<number, Token>();
  private unwanted: ReturnType<typeof unwantedPart> | null = null;
  private readonly spelledOut: ReadonlyMap<number, readonly Reading[]>;

  constructor(prompt: string, folded: Folded, split: WordTable) {
    const { words, spelledOut, runs } = joinSpelledOut(folded.text, split);
    this.folded = folded;
    this.words = words;
    this.spelledOut = spelledOut;
    const others = [...runs, ...joinPunctuated(folded.text, words), ...humpsOf(prompt, folded, words)];
    this.others = others.map((joined) => this.tokenOf(joined));
  }

  get count(): number {
    return this.words.all.length;
  }

  /** The word in this place; null before the first and behind the last. It is read once. */
  wordAt(at: number): Token | null {
    const known = this.read.get(at);
    if (known !== undefined) return known;
    const word = this.words.all[at];
    if (word === undefined) return null;
    const { from, to, kind } = word;
    const readings = this.spelledOut.get(at) ?? this.readingsAt(from, to, kind);
    const token = this.tokenOf({ at, from, to, readings }, kind);
    this.read.set(at, token);
    return token;
  }

  /** Words that spaces cut in pieces, of those whose hash may be that of a phrase. */
  inPieces(mayBe: (hash: number) => boolean): readonly Token[] {
    return joinPieces(this.folded.text, this.words, mayBe);
  }

  /** Whether this place of the folded text lies in the part that lists what is not wanted. */
  isUnwantedAt(place: number): boolean {
    this.unwanted ??= unwantedPart(this.folded.text);
    return this.unwanted.from <= place && place < this.unwanted.to;
  }

  private readingsAt(from: number, to: number, kind: Kind): readonly Reading[] {
    if (kind !== "disguised" && kind !== "doubled") return [];
    return readingsOf(this.folded.text.slice(from, to), from, to);
  }

  private tokenOf({ at, from, to, readings }: Joined, kind: Kind = "disguised"): Token {
    return { at, from, to, readings, kind, text: this.folded.text.slice(from, to), isGuess: false };
  }
}
