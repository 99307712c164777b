import { hashStep } from "./hash.ts";
import { skeletonCodes } from "./skeleton.ts";

/**
 * What a word looks like: of plain letters; with a letter twice in a row; letters mixed with digits or symbols; a sign of a
 * script that sets no spaces; or symbols alone, which are nothing unless a word is spelled out with them.
 */
export type Kind = "plain" | "doubled" | "disguised" | "sign" | "symbol";

/** Part of a folded prompt: indexes into its text, end exclusive. */
export type Word = {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  /** The hash of what stands there. */
  readonly exact: number;
  /** Whether it is one letter, digit or symbol, however often. */
  readonly isSingle: boolean;
  /** Whether it is plain letters without a vowel among them, as no word is and a piece of one may be. */
  readonly isMute: boolean;
};

/** The words of a folded prompt, in order. */
export class WordTable {
  readonly all: Word[] = [];
  /** Whether three singles stand in a row, or symbols alone anywhere. */
  mayBeSpelledOut = false;
  /** Whether two words may stand in a row without a space between them. */
  mayBeConnected = false;
  /** Where the latest plain space stands. */
  spaceAt = -1;
  /** Whether a word may stand in pieces: one is mute, or three of two letters or fewer stand in a row. */
  mayBeInPieces = false;
  private endedAt = -1;
  private readonly text: string;
  private singles = 0;
  private shorts = 0;

  constructor(text: string) {
    this.text = text;
  }

  add(word: Word): void {
    this.all.push(word);
    if (this.spaceAt < this.endedAt) this.mayBeConnected = true;
    this.endedAt = word.to;
    this.shorts = word.to - word.from <= 2 ? this.shorts + 1 : 0;
    if (word.isMute || this.shorts === 3) this.mayBeInPieces = true;
    this.singles = word.isSingle ? this.singles + 1 : 0;
    if (this.singles === 3 || word.kind === "symbol") this.mayBeSpelledOut = true;
  }

  /** The hash of a word's skeleton. */
  bareHashOf({ from, to }: Word): number {
    let [bare, last] = [0, -1];
    for (let unit = from; unit < to; unit += 1) {
      const code = this.text.charCodeAt(unit);
      const letter = code < 128 ? (skeletonCodes[code] ?? code) : code;
      if (letter !== last) bare = hashStep(bare, letter);
      last = letter;
    }
    return bare;
  }
}
