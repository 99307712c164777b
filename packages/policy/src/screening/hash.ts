/** One more UTF-16 unit of a text whose hash so far is given: 32 bits, the same in each process. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The hash of a whole text. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}

const bits = 17;

/** Says of a hash whether it may have been added: sometimes yes for one that was not, never no for one that was. */
export class Marks {
  private readonly marks = new Uint8Array(1 << bits);

  add(text: string): void {
    this.marks[placeOf(hashOf(text))] = 1;
  }

  has(hash: number): boolean {
    return this.marks[placeOf(hash)] === 1;
  }
}

function placeOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}
