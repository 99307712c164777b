const listOf = (text: string) => text.trim().split(/\s+/);
const tails = listOf("ed er ers in ing");
const partners = listOf(`
  head heads face faces hole holes wit wits bag bags storm load loads show post posts posting tard tards
  boy boys girl girls star stars hub stain stains lord brain brains stick wad wads rag rags bucket hat hats
  wipe wipes clown clowns goblin faced off ic sucker suckers sucking ographic ography ographer old
`);
const heads = listOf("mother bull dumb smart fat dip cluster mind lard kick rat dog");
const word = /^[a-z]{3,}$/;

/** A sure word as it is bent and put together with others: whole words all, some of which nobody writes. */
export function formsOf(stem: string): string[] {
  if (!word.test(stem)) return [stem, ...pluralsOf(stem)];
  const last = stem.slice(-1);
  // A short vowel before one consonant doubles it.
  const isShort = /[^aeiou][aeiou][bdgmnprt]$/.test(stem);
  const root = isShort ? stem + last : stem;
  const bent = [...tails, ...(isShort ? ["y"] : [])].map((tail) => root + tail);
  const shorter = stem.slice(0, -1);
  const silent = last === "e" ? ["ing", "ed", "er", "ers", "ion"].map((tail) => shorter + tail) : [];
  const changed = last === "y" ? ["ies", "ied"].map((tail) => shorter + tail) : [];
  const mothers = ["er", "ers", "in", "ing"].map((tail) => `mother${stem}${tail}`);
  return [stem, ...pluralsOf(stem), ...bent, ...silent, ...changed, ...compoundsOf(stem), ...mothers];
}

/** A word with others that it is put together with. */
export function compoundsOf(stem: string): string[] {
  return word.test(stem) ? [...partners.map((tail) => stem + tail), ...heads.map((head) => head + stem)] : [];
}

/** A doubtful word stands for itself and its plural. */
export function pluralsOf(stem: string): string[] {
  if (!/[a-z]$/.test(stem)) return [];
  return /(s|x|z|ch|sh)$/.test(stem) ? [`${stem}es`] : [`${stem}s`];
}
