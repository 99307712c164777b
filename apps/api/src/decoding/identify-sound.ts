/** Whether bytes are a WAV: RIFF whose length is the file's, one format, and samples that lie within it. */
export function isWav(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 44 || file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE")
    return false;
  if (file.readUInt32LE(4) + 8 !== file.length) return false;
  const chunks: string[] = [];
  for (let at = 12; at < file.length; ) {
    if (at + 8 > file.length) return false;
    chunks.push(file.toString("latin1", at, at + 4));
    // A chunk of odd length has one byte more behind it.
    at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) % 2);
    if (at > file.length) return false;
  }
  return chunks.includes("fmt ") && chunks.includes("data");
}

/** kbit/s and samples a second of MPEG-1 and of MPEG-2 and 2.5, Layer III (ISO/IEC 11172-3 and 13818-3). */
const rates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const samplings = [44_100, 48_000, 32_000];
const framesAtLeast = 2;

/** Whether bytes are an MP3: a tag or none, and then frames of Layer III to the last byte. */
export function isMp3(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let frames = 0;
  for (let at = endOfTag(file); at < file.length; frames += 1) {
    if (file.length - at === 128 && file.toString("latin1", at, at + 3) === "TAG") break;
    const length = frameLength(file, at);
    if (length === 0 || at + length > file.length) return false;
    at += length;
  }
  return frames >= framesAtLeast;
}

/** Behind an ID3v2 tag, whose length is written in seven bits a byte. */
function endOfTag(file: Buffer): number {
  if (file.length < 10 || file.toString("latin1", 0, 3) !== "ID3") return 0;
  return 10 + file.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

/** Bytes of the frame that begins here; 0 where none does. */
function frameLength(file: Buffer, at: number): number {
  if (at + 4 > file.length || file.readUInt16BE(at) < 0xffe0) return 0;
  const [version, layer] = [(file.readUInt8(at + 1) >> 3) & 3, (file.readUInt8(at + 1) >> 1) & 3];
  const packed = file.readUInt8(at + 2);
  const kilobits = (version === 3 ? rates.first : rates.later)[packed >> 4] ?? 0;
  const sampling = samplings[(packed >> 2) & 3];
  if (layer !== 1 || version === 1 || kilobits === 0 || sampling === undefined) return 0;
  const perSecond = version === 3 ? sampling : version === 2 ? sampling / 2 : sampling / 4;
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / perSecond) + ((packed >> 1) & 1);
}
