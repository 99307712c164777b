/** Pairs of a letter and what it looks like: `вb` reads в as b. */
function pairs(...rows: string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) =>
      row.split(" ").map((pair): [string, string] => {
        const [letter = "", ...plain] = Array.from(pair);
        return [letter, plain.join("")];
      }),
    ),
  );
}

/** Capitals that look otherwise than their small letter does: a Greek Η is an H, its small η an n. */
const capitals = pairs(
  "Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx Ϲc",
  "Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮋh Ꭵi Ꭻj Ꮶk Ꮮl Ꮇm Ꮎo Ꮲp Ꭱr Ꮪs Ꭲt Ꮩv Ꮃw Ꮓz Ԍg Ԝw",
);

/** Small letters of other scripts, and Latin ones that do not unfold, that look like plain ones (after UTS #39). */
const smallLetters = pairs(
  "аa вb ьb сc ԁd еe һh іi јj кk мm нh пn оo рp гr ѕs тt уy үy ѵv хx ԛq ԝw",
  "αa βb εe ηn ιi κk νv οo ρp σo ςs τt υu χx ωw µu μu",
  "աw հh ոn սu օo զq ցg քp",
  "æae œoe ıi ȷj ɑa ɓb đd ðd ɗd ɖd ƒf ɡg ɠg ħh ɨi ƙk łl ɩi øo ɵo þp ŧt ƭt ʉu ʋv ƴy ſs ℓl",
  "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz",
  "ɐa ɔc ǝe ɟf ɥh ᴉi ɾj ʞk ɯm ɹr ʇt ʌv ʍw ʎy",
);

/** Marks that combine with any letter and characters that show nothing; marks of other scripts belong to their letters. */
const unseen = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]|(?![\t-\r])\p{Cc}/gu;
/** Scripts whose letters may be dressed up as Latin ones. Others keep what compatibility forms leave of them. */
const disguising = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
/** Squared and circled white-on-black letters and the letters of flags, which Unicode does not unfold. */
const enclosedAlphabets = [0x1f1e6, 0x1f150, 0x1f170];

const known = new Map<string, string>();
const mostKnown = 4_096;

/** A character as plain small letters: width, case, accents, look-alikes undone; empty for what cannot be seen. */
export function unfold(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = unfoldAnew(character);
  // Bounded, so that a prompt made of every character there is leaves nothing behind.
  if (known.size < mostKnown) known.set(character, plain);
  return plain;
}

function unfoldAnew(character: string): string {
  const enclosed = letterOfAlphabet(character.codePointAt(0) ?? 0);
  if (enclosed !== null) return enclosed;
  const apart = character.normalize("NFKD");
  const bare = (disguising.test(apart) ? apart : character.normalize("NFKC")).replace(unseen, "");
  // Some capitals, such as the Turkish dotted one, turn into a letter and a mark.
  const small = Array.from(bare, (each) => capitals.get(each) ?? each.toLowerCase().replace(unseen, "")).join("");
  return Array.from(small, (each) => smallLetters.get(each) ?? each).join("");
}

function letterOfAlphabet(codePoint: number): string | null {
  const first = enclosedAlphabets.find((start) => codePoint >= start && codePoint < start + 26);
  return first === undefined ? null : String.fromCharCode(0x61 + codePoint - first);
}
