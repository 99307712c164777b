/** The forms of an English verb: `erase`, `erases`, `erasing`, `erased`. Irregular ones are written out in the lists. */
export function formsOfVerb(verb: string): string[] {
  const stem = isShort(verb) ? verb + verb.slice(-1) : verb.replace(/([^eoy])e$/, "$1");
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [verb, withS(verb), `${stem}ing`, past];
}

/** An English noun and its plural. */
export function formsOfNoun(noun: string): string[] {
  return [noun, withS(noun)];
}

/** One short vowel before one consonant, which is doubled: `strip`, `stripping`. */
function isShort(verb: string): boolean {
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb);
}

function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
