/**
 * Five-by-seven letters, a column a number, lowest bit on top. Drawn as rectangles, so a caption looks the same on a
 * machine without fonts.
 */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  A: [126, 9, 9, 9, 126],
  B: [127, 73, 73, 73, 54],
  C: [62, 65, 65, 65, 34],
  D: [127, 65, 65, 65, 62],
  E: [127, 73, 73, 73, 65],
  F: [127, 9, 9, 9, 1],
  G: [62, 65, 73, 73, 58],
  H: [127, 8, 8, 8, 127],
  I: [65, 127, 65],
  J: [32, 64, 64, 64, 63],
  K: [127, 8, 20, 34, 65],
  L: [127, 64, 64, 64, 64],
  M: [127, 2, 12, 2, 127],
  N: [127, 4, 8, 16, 127],
  O: [62, 65, 65, 65, 62],
  P: [127, 9, 9, 9, 6],
  Q: [62, 65, 81, 33, 94],
  R: [127, 9, 25, 41, 70],
  S: [38, 73, 73, 73, 50],
  T: [1, 1, 127, 1, 1],
  U: [63, 64, 64, 64, 63],
  V: [31, 32, 64, 32, 31],
  W: [63, 64, 56, 64, 63],
  X: [99, 20, 8, 20, 99],
  Y: [3, 4, 120, 4, 3],
  Z: [97, 81, 73, 69, 67],
  "0": [62, 81, 73, 69, 62],
  "1": [66, 127, 64],
  "2": [98, 81, 73, 73, 70],
  "3": [34, 65, 73, 73, 54],
  "4": [24, 20, 18, 127, 16],
  "5": [47, 73, 73, 73, 49],
  "6": [62, 73, 73, 73, 50],
  "7": [1, 113, 9, 5, 3],
  "8": [54, 73, 73, 73, 54],
  "9": [38, 73, 73, 73, 62],
  "-": [8, 8, 8, 8],
  ".": [96, 96],
  ",": [128, 96],
  "'": [3],
  "!": [95],
  "?": [2, 1, 81, 9, 6],
  "·": [8, 8],
};

const spaceWidth = 3;

/** The text as SVG rectangles of `pixel` units each, with its width; characters without a letter form are left out. */
export function drawText(text: string, pixel: number): { path: string; width: number } {
  let x = 0;
  let path = "";
  for (const letter of text.toUpperCase().normalize("NFD")) {
    const columns = glyphs[letter];
    if (!columns) {
      if (/\s/.test(letter)) x += spaceWidth * pixel;
      continue;
    }
    for (const bits of columns) {
      path += drawColumn(bits, x, pixel);
      x += pixel;
    }
    x += pixel;
  }
  return { path, width: x };
}

function drawColumn(bits: number, x: number, pixel: number): string {
  let path = "";
  for (let row = 0; row < 8; row += 1) {
    if (bits & (1 << row)) path += `M${x} ${row * pixel}h${pixel}v${pixel}h${-pixel}z`;
  }
  return path;
}

/** The first words of a prompt that fit in `letters`, without its bracketed switches. */
export function firstWords(prompt: string, letters: number): string {
  const words = prompt
    .replace(/\[[^\]]*\]/g, " ")
    .trim()
    .split(/\s+/);
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word.slice(0, letters) : `${line} ${word}`;
    if (longer.length > letters) return `${line}...`;
    line = longer;
  }
  return line;
}

/** A dark strip along the bottom that says what the picture is: a local preview of this prompt. */
export function drawCaption(prompt: string, width: number, height: number): string {
  const pixel = Math.max(1, Math.round(Math.min(width, height) / 420));
  const strip = pixel * 17;
  const left = pixel * 7;
  const label = drawText("local preview", pixel);
  const room = Math.floor((width - label.width - left * 4) / (pixel * 6));
  const words = room > 8 ? drawText(firstWords(prompt, room), pixel) : { path: "" };
  const top = height - strip + pixel * 5;
  return [
    `<rect y="${height - strip}" width="${width}" height="${strip}" fill="#0b0d12" fill-opacity="0.62"/>`,
    `<path transform="translate(${left} ${top})" d="${label.path}" fill="#fff" fill-opacity="0.95"/>`,
    `<path transform="translate(${left * 2.5 + label.width} ${top})" d="${words.path}" fill="#fff" fill-opacity="0.66"/>`,
  ].join("");
}
