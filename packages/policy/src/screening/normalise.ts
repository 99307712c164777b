/** A word of the prompt as matching sees it, with its place in the prompt as it was written (UTF-16 offsets). */
export type Token = {
  /** Spellings the word may stand for; the first is the plainest. */
  readonly spellings: readonly string[];
  readonly start: number;
  readonly end: number;
};

type Letter = { readonly text: string; readonly start: number; readonly end: number };

/** Letters of other scripts, and Latin ones that do not unfold, that look like plain letters (after UTS #39). Lower case. */
const lookalikes = zip("авекмнорстухѕіјԁԛԝոսαβεηικνορτυχωıɡɑʀᴅᴇɴᴜøđł", "abekmhopctyxsijdqwnuabenikvoptuxwigardenuodl");
const leet = zip("01345789@$!|", "oieastbgasii");

/** Each character of the first string stands for the one at the same place of the second. */
function zip(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (character, at) => [character, to.charAt(at)]));
}

const asciiCharacter = /^[ -~]$/;
const invisible = /[\p{M}\p{Cf}]/gu;
const plainWord = /^[a-z]+$/;
const emphasis = /(.)\1{2,}/u;
const wordCharacter = /[\p{L}\p{N}]/u;
const leetSymbol = /[@$!|]/;

type Word = { readonly letters: readonly Letter[]; readonly spelledOut: boolean };

/** Splits a prompt into words, each stripped of disguise: width, case, accents, invisible marks, look-alikes, spacing. */
export function tokenise(prompt: string): readonly Token[] {
  return joinSpelledOut(splitWords(lettersOf(prompt))).map(({ letters, spelledOut }) => {
    const word = letters.map(({ text }) => text).join("");
    // A run of single letters may have swallowed the word "a" or "I" that stood before it.
    const spellings = spelledOut ? [...spellingsOf(word), ...spellingsOf(word.slice(1))] : spellingsOf(word);
    return { spellings, start: letters[0]?.start ?? 0, end: letters.at(-1)?.end ?? 0 };
  });
}

/** Compatibility forms are unfolded, then marks and invisible characters dropped, one code point at a time. */
function lettersOf(prompt: string): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const codePoint of prompt) {
    const end = start + codePoint.length;
    const plain = asciiCharacter.test(codePoint) ? codePoint.toLowerCase() : unfold(codePoint);
    for (const character of plain) letters.push({ text: lookalikes.get(character) ?? character, start, end });
    start = end;
  }
  return letters;
}

function unfold(codePoint: string): string {
  const bare = codePoint.normalize("NFKD").replace(invisible, "");
  // Some capitals, such as the Turkish dotted one, turn into a letter and a mark.
  return bare.toLowerCase().replace(invisible, "");
}

/** A symbol that can stand for a letter belongs to a word only where a letter or digit follows it. */
function splitWords(letters: readonly Letter[]): Letter[][] {
  const words: Letter[][] = [];
  const word: Letter[] = [];
  letters.forEach((letter, index) => {
    const next = letters[index + 1]?.text ?? "";
    const belongs = wordCharacter.test(letter.text) || (leetSymbol.test(letter.text) && wordCharacter.test(next));
    if (belongs) word.push(letter);
    else if (word.length > 0) words.push(word.splice(0));
  });
  if (word.length > 0) words.push(word);
  return words;
}

/** Three or more single letters in a row are one word spelled out, however they are set apart. */
function joinSpelledOut(words: readonly Letter[][]): Word[] {
  const joined: Word[] = [];
  let run: Letter[][] = [];
  const endRun = () => {
    const spelledOut = run.length >= 3;
    for (const letters of spelledOut ? [run.flat()] : run) joined.push({ letters, spelledOut });
    run = [];
  };
  for (const word of words) {
    if (word.length === 1) run.push(word);
    else {
      endRun();
      joined.push({ letters: word, spelledOut: false });
    }
  }
  endRun();
  return joined;
}

function spellingsOf(word: string): readonly string[] {
  if (plainWord.test(word) && !emphasis.test(word)) return [word];
  const undigited = /\p{L}/u.test(word) ? [read(word, "i"), read(word, "l"), read(word.replace(/\d+$/, ""), "i")] : [];
  const readings = [word, ...undigited];
  return [...new Set(readings.flatMap((each) => [each, ...squeezings(each, 3)]))];
}

/** Reads digits and symbols as the letters they stand for; a one may be an i or an l. */
function read(word: string, one: "i" | "l"): string {
  return Array.from(word, (character) => (/[1!|]/.test(character) ? one : (leet.get(character) ?? character))).join("");
}

/**
 * Three or more of a letter in a row are emphasis, for a double letter or a single one. Both are tried for the first few
 * runs of a word and the single one after that, so that a prompt made of runs costs no more than another.
 */
function squeezings(word: string, choices: number): string[] {
  const run = emphasis.exec(word);
  if (!run) return [word];
  if (choices === 0) return [word.replace(/(.)\1{2,}/gu, "$1")];
  const [letters, letter = ""] = run;
  const head = word.slice(0, run.index) + letter;
  const tails = squeezings(word.slice(run.index + letters.length), choices - 1);
  return [head, head + letter].flatMap((start) => tails.map((tail) => start + tail));
}
