import { hashOf, Marks } from "./hash.ts";
import { skeletonOf } from "./skeleton.ts";
import { tokenise } from "./tokenise.ts";
import { type Group, groups, type WordLists } from "./word-lists.ts";
import type { Word, WordTable } from "./word-table.ts";

/** A word of a phrase, and the hash of its text. */
export type NeedleWord = {
  readonly text: string;
  readonly skeleton: string;
  readonly exact: number;
  readonly hasDigits: boolean;
};

/** A listed phrase, ready to be looked for. */
export type Needle = {
  readonly words: readonly NeedleWord[];
  /** Which of its words it is looked up by: the longest, which fewest prompts have. */
  readonly anchor: number;
  /** Null for an innocent phrase. */
  readonly group: Group | null;
  readonly list: string;
  readonly term: number;
  readonly score: number;
};

const none: readonly Needle[] = [];

/** Every phrase by its anchor: as a plain word says it, and as a disguised one may. */
export class Index {
  private readonly plain = new Map<string, Needle[]>();
  private readonly disguised = new Map<string, Needle[]>();
  private readonly blotted = new Map<string, Needle[]>();
  private readonly byHash = new Map<number, Needle[]>();
  private readonly plainMarks = new Marks();
  private readonly disguisedMarks = new Marks();

  add(needle: Needle): void {
    const anchor = needle.words[needle.anchor];
    if (anchor === undefined) return;
    put(this.plain, anchor.text, needle);
    put(this.byHash, anchor.exact, needle);
    put(this.disguised, anchor.skeleton, needle);
    if (needle.words.length === 1 && anchor.text.length >= 3) put(this.blotted, frameOf(anchor.text), needle);
    this.plainMarks.add(anchor.text);
    this.disguisedMarks.add(anchor.skeleton);
  }

  /** Whether a phrase may have this word for its anchor: most have none, and are then not even cut out of the prompt. */
  mayHold(words: WordTable, word: Word, at: number): boolean {
    if (word.kind === "disguised") return true;
    if (this.plainMarks.has(word.exact) && this.mayStandAround(words, word, at)) return true;
    return word.kind === "doubled" && this.disguisedMarks.has(words.bareHashOf(word));
  }

  private mayStandAround(words: WordTable, { exact }: Word, at: number): boolean {
    const needles = this.byHash.get(exact) ?? none;
    return needles.some((needle) => mayStandAt(words, at - needle.anchor, needle.words));
  }

  /** Whether a phrase may have a plain word of this hash for its anchor. */
  mayBe(hash: number): boolean {
    return this.plainMarks.has(hash);
  }

  exactly(text: string): readonly Needle[] {
    return this.plain.get(text) ?? none;
  }

  disguisedAs(skeleton: string): readonly Needle[] {
    return this.disguised.get(skeleton) ?? none;
  }

  /** Single words with some inner letters blotted out: `w*rd`. Of three letters only the vowel may be. */
  blottedAs(text: string): readonly Needle[] {
    const framed = this.blotted.get(frameOf(text)) ?? none;
    return framed.filter(({ words: [word] }) => {
      const wanted = Array.from(word?.text ?? "");
      if (wanted.length === 3 && !/[aeiou]/.test(wanted[1] ?? "")) return false;
      return wanted.every((letter, at) => text[at] === letter || text[at] === "*");
    });
  }
}

/** What shows of a word whose inner letters are blotted out. */
function frameOf(text: string): string {
  return `${text.length}${text.charAt(0)}${text.charAt(text.length - 1)}`;
}

/** Whether each plain word from this place on has the hash of the one wanted. */
export function mayStandAt({ all }: WordTable, first: number, words: readonly NeedleWord[]): boolean {
  for (let offset = 0; offset < words.length; offset += 1) {
    const word = all[first + offset];
    if (word === undefined || (word.kind === "plain" && word.exact !== words[offset]?.exact)) return false;
  }
  return true;
}

const indexes = new WeakMap<WordLists, Index>();

/** The index of these lists, made once for each array of lists. */
export function indexOf(lists: WordLists): Index {
  const known = indexes.get(lists);
  if (known) return known;
  const index = new Index();
  for (const needle of lists.flatMap(needlesOf).flatMap(withJoined)) index.add(needle);
  indexes.set(lists, index);
  return index;
}

function needlesOf({ name, terms, innocent }: WordLists[number]): Needle[] {
  const harmful = groups.flatMap((group) =>
    (terms[group] ?? []).map(({ phrase, score }, term) =>
      needleOf(wordsOf(phrase), { group, list: name, term, score }),
    ),
  );
  const harmless = innocent.map((phrase, term) =>
    needleOf(wordsOf(phrase), { group: null, list: name, term, score: 0 }),
  );
  return [...harmful, ...harmless];
}

function needleOf(words: readonly NeedleWord[], rest: Omit<Needle, "words" | "anchor">): Needle {
  // An article is as long as some nouns, and every prompt has it.
  const lengths = words.map(({ text }) => (text === "the" ? 1 : text.length));
  return { ...rest, words, anchor: lengths.indexOf(Math.max(...lengths)) };
}

/** Whoever leaves out the spaces of a phrase says the same. */
function withJoined(needle: Needle): Needle[] {
  if (needle.words.length < 2) return [needle];
  return [needle, needleOf([wordOf(needle.words.map(({ text }) => text).join(""))], needle)];
}

/** A listed phrase goes through the same reading as a prompt, so that both meet. */
function wordsOf(phrase: string): NeedleWord[] {
  if (/^[a-z]+$/.test(phrase)) return [wordOf(phrase)];
  const tokens = tokenise(phrase);
  return Array.from({ length: tokens.count }, (_, at) => {
    const word = tokens.wordAt(at);
    return wordOf(word?.kind === "disguised" ? (word.readings[0]?.text ?? "") : (word?.text ?? ""));
  });
}

function wordOf(text: string): NeedleWord {
  return { text, skeleton: skeletonOf(text), exact: hashOf(text), hasDigits: /[0-9]/.test(text) };
}

function put<Key>(index: Map<Key, Needle[]>, key: Key, needle: Needle): void {
  const there = index.get(key);
  if (there) there.push(needle);
  else index.set(key, [needle]);
}
