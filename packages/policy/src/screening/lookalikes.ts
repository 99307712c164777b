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
  "Αa Βb Εe Ζz Ηh Ιi Κk Λa Μm Νn Οo Ρp Τt Υy Χx Ϲc Ϝf Սu Տs Լl Յj Օo Ցg",
  "Ꭺa Ᏼb Ꮯc Ꭰd Ꭼe Ꮋh Ꭵi Ꭻj Ꮶk Ꮮl Ꮇm Ꮎo Ꮲp Ꭱr Ꮪs Ꭲt Ꮩv Ꮃw Ꮓz Ԍg Ԝw Ꮧa Ᏸb Ꮄd Ꮛe Ꭶf Ꮆg Ꮐg Ꮒh Ꮭl Ꮑn",
  "Ꭷo Ꭾp Ꮢr Ꮥs Ꮦt Ꮼu Ꮙv Ꮗw Ꭹy Ꮖi Ꮹg Ꮷd Ᏺh Ꭿh Ꮞ4 Ꮍy Ᏻg Ꮰj Ꮤw",
  "Ⲁa Ⲃb Ⲥc Ⲉe Ⲏh Ⲓi Ⲕk Ⲙm Ⲛn Ⲟo Ⲣp Ⲧt Ⲩy Ⲭx Ⲍz",
);

/** Small letters of other scripts, and Latin ones that do not unfold, that look like plain ones (after UTS #39). */
const smallLetters = pairs(
  "аa вb ьb сc ԁd еe єe эe ғf һh нh ңh ђh іi їi јj кk қk ӄk ҝk ӏl мm пn ոn иn оo өo рp гr яr ѕs тt ҭt цu уy үy ұy ѵv хx ҳx ӽx ӿx ԛq ԝw шw щw ѡw ѿw зz бb ъb ѣb ҍb ҫc ҁc ҽe ҿe ѳo ћh",
  "αa βb ϲc ϵe εe ƞn ηn γy ιi κk λa νv οo θo ρp ϱp σo ςs τt υu χx ωw µu μu ϳj ϝf ϸp ξe δd πn",
  "աw հh ռn սu օo զq ցg քp ɦh ֆs լl յj տs ղn ձd եt էt",
  "ⲁa ⲃb ⲥc ⲉe ⲏh ⲓi ⲕk ⲙm ⲛn ⲟo ⲣp ⲧt ⲩy ⲭx ⲍz",
  "æae œoe ßss ıi ȷj ɑa ɒa ɓb ƀb ƃb ƅb ɮb ᶀb ᴃb ɕc ƈc ȼc ɗd ɖd đd ðd ƌd ȡd ɛe ɇe əe ɘe ɜe ƒf ɡg ɠg ǥg ɣy ħh ɧh ɨi ɩi ɪi ʝj ɉj ƙk ʞk łl ƚl ɫl ɬl ɭl ʅl ℓl ɱm ɲn ŋn ɳn ƞn",
  "øo ɵo ɔc ɸo þp ƥp ʠq ɋq ɍr ɽr ɼr ʂs ƨs ʃs ſs ŧt ƭt ʈt ȶt ʉu ʊu ʋv ⱱv ƴy ɏy ƶz ʐz ʑz ȥz ɀz ʒz",
  "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᴎn ᴙr",
  "ɐa ǝe ɟf ʄf ɥh ᴉi ɾr ɯm ʍm ɹr ʇt ʌv ʎy ʁr ᴚr ᶏa ⱥa ᶁd ᵭd ᶒe ᶂf ᶖi ᶄk ᵯm ᶆm ᵰn ᶇn ᵽp ᵱp ᵲr ᶉr ᶊs ᵴs ƫt ᵵt ᶙu ᶌv ⱳw ᶍx ꭓx ᶎz",
  "ᗩa ᗅa ᗷb ᑕc ᑢc ᗪd ᗞd ᗴe ᖴf ᘜg ᕼh ᒍj ᒪl ᗰm ᑎn ᑭp ᖇr ᔕs ᑌu ᐯv ᗯw ᙭x ᛕk ᗫd ᔦs ᒿz ᒎj ᑗu ᘮu ᑸp ᙖb ᗸb ᗹb ᗽb ᖯb ᑲb ᑯd ᗬd ᗟd ᗠd ᕮe ᒻl ᘻm ᙎw",
  "ꓮa ꓐb ꓚc ꓓd ꓰe ꓝf ꓖg ꓧh ꓲi ꓙj ꓗk ꓡl ꓟm ꓠn ꓳo ꓑp ꓣr ꓢs ꓔt ꓴu ꓦv ꓪw ꓫx ꓬy ꓜz",
  "₳a ฿b ₵c ¢c ©c ∂d €e ₠e ∈e ₣f ₲g ⱨh ¡i ₭k £l ⱡl ₥m ₦n ∩n ⊙o ₱p ®r ɽr ₴s §s ₮t ₸t †t ∪u ⋃u √v ₩w ∀a ℮e ○o ◯o ×x ¥y ⱬz",
);

/** Marks that combine with any letter and characters that show nothing; marks of other scripts belong to their letters. */
const unseen = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}\u2800\u0640]|(?![\t-\r])\p{Cc}/gu;
/** Scripts whose letters may be dressed up as Latin ones. Others keep what compatibility forms leave of them. */
const disguising = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Coptic}\p{Script=Common}]/u;
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
  const codePoint = character.codePointAt(0) ?? 0;
  const enclosed = letterOfAlphabet(codePoint);
  if (enclosed !== null) return enclosed;
  if (codePoint >= 0xab70 && codePoint < 0xabc0) return unfoldAnew(String.fromCodePoint(codePoint - 0xab70 + 0x13a0));
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
