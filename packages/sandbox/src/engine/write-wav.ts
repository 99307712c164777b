import { chanceOf, digestOf } from "./seed.ts";

const samplesPerSecond = 24_000;
/** Seconds of one tone; each letter of the text has one. */
const toneSeconds = 0.09;
const mostTones = 120;

/**
 * A WAV of 16 bits, mono: a tone for each letter of the text, in the timbre of the voice. Nobody takes it for speech, and the
 * same text has the same melody.
 */
export function writeWav(text: string, voice: string): Buffer {
  const chance = chanceOf(digestOf("voice", voice));
  const base = chance.between(180, 320);
  const letters = [...text.toLowerCase()].slice(0, mostTones);
  const each = Math.round(samplesPerSecond * toneSeconds);
  const samples = Buffer.alloc(letters.length * each * 2);
  letters.forEach((letter, index) => {
    const step = /\p{L}|\p{N}/u.test(letter) ? (letter.codePointAt(0) ?? 0) % 12 : null;
    if (step !== null) playTone(samples.subarray(index * each * 2, (index + 1) * each * 2), base * 2 ** (step / 12));
  });
  return Buffer.concat([headerFor(samples.length), samples]);
}

/** A sine that fades in and out, so that nothing clicks. */
function playTone(into: Buffer, hertz: number): void {
  const count = into.length / 2;
  for (let at = 0; at < count; at += 1) {
    const loudness = Math.sin((Math.PI * at) / count) * 9_000;
    into.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hertz * at) / samplesPerSecond) * loudness), at * 2);
  }
}

/** RIFF, PCM. Source: the WAVE file format of Microsoft and IBM, 1991. */
function headerFor(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + bytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(bytes, 40);
  return header;
}
