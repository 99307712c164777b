/** Another way to write a term so that whoever reads it still reads it. */
export type Disguise = (term: string) => string;
export type Disguises = Readonly<Record<string, Disguise>>;

/** Writes each letter the table knows as the table says. */
export function spelledBy(table: Readonly<Record<string, string>>): Disguise {
  return (term) => Array.from(term, (letter) => table[letter] ?? letter).join("");
}

/** Sets something between the letters of each word. */
export function setApart(by: string, wordsBy = "  "): Disguise {
  return (term) =>
    term
      .split(" ")
      .map((word) => Array.from(word).join(by))
      .join(wordsBy);
}

/** Letters of an alphabet that begins at this code point. */
export function inAlphabet(first: number): Disguise {
  return (term) => term.replace(/[a-z]/g, (letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97));
}

/** Every second letter, from the first. */
export function everySecond(disguise: Disguise): Disguise {
  return (term) => Array.from(term, (letter, at) => (at % 2 ? letter : disguise(letter))).join("");
}

/** One disguise under another: every two of these, in both orders. */
export function inPairs(disguises: Disguises): Disguises {
  const all = Object.entries(disguises);
  return Object.fromEntries(
    all.flatMap(([one, first]) =>
      all
        .filter(([other]) => other !== one)
        .map(([other, second]): [string, Disguise] => [`${one}, then ${other}`, (term) => second(first(term))]),
    ),
  );
}

const cyrillic = spelledBy({ a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", y: "у", i: "і", s: "ѕ", k: "к", h: "һ" });

/** The nine of the tuning part. */
export const tuningDisguises: Disguises = {
  "upper case": (term) => term.toUpperCase(),
  leet: spelledBy({ a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" }),
  "look-alikes": cyrillic,
  "zero width": setApart("\u200b", " "),
  combining: (term) => term.replace(/[a-z]/gi, "$&\u0301\u0323"),
  spaced: setApart(" "),
  dotted: setApart("."),
  repeated: (term) => term.replace(/[aeiou]/gi, "$&$&$&"),
  "full width": (term) => term.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
};

/** Others of the same nine kinds, and mixed scripts, for the held-out part. */
export const heldOutDisguises: Disguises = {
  "capitals in turn": everySecond((letter) => letter.replace(/[a-z]/, (small) => small.toUpperCase())),
  "other leet": spelledBy({ a: "@", s: "$", i: "!", e: "3", o: "0", b: "8", g: "9", l: "1", t: "+" }),
  "greek and armenian": spelledBy({ a: "α", o: "ο", p: "ρ", n: "ո", u: "υ", k: "κ", i: "ι", v: "ν", h: "հ", t: "τ" }),
  "soft hyphens": setApart("\u00ad\u2060", " "),
  "lengthened lines": setApart("\u0640", " "),
  "strokes and rings": (term) => term.replace(/[a-z]/gi, "$&\u0336\u030a"),
  "set apart by lines": setApart("_", " "),
  "set apart by bullets": setApart("·", " "),
  "every letter twice": (term) => term.replace(/\p{L}/gu, "$&$&"),
  "script letters": inAlphabet(0x1d4ea),
  "mixed scripts": everySecond(cyrillic),
};
