import { englishDataset, type ParsedPattern, SyntaxKind } from "obscenity";

/** A word as obscenity names it, a spelling of it, and whether a pattern lets the word go on behind it. */
export type Stem = { readonly word: string; readonly spelling: string; readonly goesOn: boolean };

const shortest = 3;

/** The stems of obscenity's English dataset. Wildcards are left out: matching sees through blots itself. */
export function obscenityStems(): Stem[] {
  return englishDataset.build().blacklistedTerms.flatMap(({ id, pattern }) => {
    const word = wordOf(id);
    return [word, ...spellingsOf(pattern)]
      .filter((spelling) => spelling.length >= shortest && !hasLetterInFront(spelling, word))
      .map((spelling) => ({ word, ...completed(spelling, word), goesOn: !pattern.requireWordBoundaryAtEnd }));
  });
}

function wordOf(termId: number): string {
  const match = { termId, matchLength: 0, startIndex: 0, endIndex: 0 };
  return englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? "";
}

/** A letter in front of a word makes another one, which whole words tell apart by themselves. */
function hasLetterInFront(spelling: string, word: string): boolean {
  return spelling.length === word.length + 1 && spelling.endsWith(word);
}

/** Patterns may end within a word; whole ones do not. */
function completed(spelling: string, word: string): { spelling: string } {
  return { spelling: word.startsWith(spelling) ? word : spelling };
}

/** A pattern with and without its optional letters, save those that only repeat the one before. */
function spellingsOf({ nodes }: ParsedPattern): string[] {
  return nodes.reduce<string[]>(
    (spellings, node) => {
      if (node.kind === SyntaxKind.Literal) return spellings.map((spelling) => spelling + textOf(node.chars));
      if (node.kind !== SyntaxKind.Optional || node.childNode.kind !== SyntaxKind.Literal) return spellings;
      const letters = textOf(node.childNode.chars);
      return spellings.flatMap((each) => (each.endsWith(letters) ? [each] : [each, each + letters]));
    },
    [""],
  );
}

function textOf(codes: readonly number[]): string {
  return String.fromCodePoint(...codes);
}
