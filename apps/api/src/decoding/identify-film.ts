const boxesAtMost = 10_000;

/**
 * Whether bytes are an MP4: boxes that fill the file exactly (ISO/IEC 14496-12), the kind of file first, then a film and its
 * samples. Nothing in it is decoded; a box that leads elsewhere is refused.
 */
export function isMp4(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes = boxesIn(file, 0, file.length);
  if (boxes === null || boxes[0]?.type !== "ftyp") return false;
  const film = boxes.find(({ type }) => type === "moov");
  if (film === undefined || !boxes.some(({ type }) => type === "mdat")) return false;
  const parts = boxesIn(file, film.from, film.to);
  return parts?.some(({ type }) => type === "trak") === true && !pointsOutside(file, film.from, film.to);
}

type Box = { type: string; from: number; to: number };

/** The boxes between two places; null where their lengths do not add up. */
function boxesIn(file: Buffer, start: number, end: number): Box[] | null {
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    if (at + 8 > end || boxes.length > boxesAtMost) return null;
    const short = file.readUInt32BE(at);
    const isLong = short === 1;
    if (isLong && at + 16 > end) return null;
    const length = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? end - at : short;
    const from = at + (isLong ? 16 : 8);
    if (at + length > end || at + length < from) return null;
    boxes.push({ type: file.toString("latin1", at + 4, at + 8), from, to: at + length });
    at += length;
  }
  return boxes;
}

/** A `url ` or `urn ` box without the flag for "in this file" names another file, which a player would fetch. */
function pointsOutside(file: Buffer, start: number, end: number): boolean {
  const within = file.subarray(start, end);
  return ["url ", "urn "].some((type) => {
    for (let at = within.indexOf(type, 0, "latin1"); at >= 0; at = within.indexOf(type, at + 4, "latin1")) {
      if (at + 8 > within.length || (within.readUInt32BE(at + 4) & 1) === 0) return true;
    }
    return false;
  });
}
