/** MPEG-1 Layer III, 128 kbit/s, 44.1 kHz, mono, no checksum (ISO/IEC 11172-3, 2.4.1.3). */
const header = Buffer.of(0xff, 0xfb, 0x90, 0xc0);
/** 144 × bits a second / samples a second, without padding. */
const frameBytes = 417;
const framesPerSecond = 44_100 / 1_152;

/** A playable MP3 of the time that reading the text aloud takes, and silent: sound would need an encoder. */
export function writeMp3(text: string): Buffer {
  const seconds = Math.min(30, Math.max(1, text.length / 15));
  const frame = Buffer.alloc(frameBytes);
  header.copy(frame);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds * framesPerSecond) }, () => frame));
}
