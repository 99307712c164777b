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

const wordCharacter = /[\p{L}\p{N}]/u;
const leetSymbol = /[@$!|]/;

/** Splits a prompt into words, each stripped of disguise: width, case, accents, invisible marks, look-alikes, spacing. */
export function tokenise(prompt: string): readonly Token[] {
  return joinSpelledOut(splitWords(lettersOf(prompt))).map((word) => ({
    spellings: spellingsOf(word.map(({ text }) => text).join("")),
    start: word[0]?.start ?? 0,
    end: word.at(-1)?.end ?? 0,
  }));
}

/** Compatibility forms are unfolded, then marks and invisible characters dropped, one code point at a time. */
function lettersOf(prompt: string): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const codePoint of prompt) {
    const end = start + codePoint.length;
    const plain = codePoint
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/\p{M}/gu, "");
    for (const character of plain) letters.push({ text: lookalikes.get(character) ?? character, start, end });
    start = end;
  }
  return letters;
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
function joinSpelledOut(words: readonly Letter[][]): Letter[][] {
  const joined: Letter[][] = [];
  let run: Letter[][] = [];
  const endRun = () => {
    joined.push(...(run.length >= 3 ? [run.flat()] : run));
    run = [];
  };
  for (const word of words) {
    if (word.length === 1) run.push(word);
    else {
      endRun();
      joined.push(word);
    }
  }
  endRun();
  return joined;
}

function spellingsOf(word: string): readonly string[] {
  const undigited = /\p{L}/u.test(word) ? [read(word, "i"), read(word, "l"), read(word.replace(/\d+$/, ""), "i")] : [];
  const readings = [word, ...undigited];
  return [...new Set(readings.flatMap((each) => [each, squeeze(each, "$1$1"), squeeze(each, "$1")]))];
}

/** Reads digits and symbols as the letters they stand for; a one may be an i or an l. */
function read(word: string, one: "i" | "l"): string {
  return Array.from(word, (character) => (/[1!|]/.test(character) ? one : (leet.get(character) ?? character))).join("");
}

/** Three or more of a letter in a row are emphasis, for a double letter or a single one. */
function squeeze(word: string, to: string): string {
  return word.replace(/(.)\1{2,}/gu, to);
}
