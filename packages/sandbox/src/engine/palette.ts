import { mix, unit } from "./noise.ts";
import type { Chance } from "./seed.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Five colours from dark to light along one or two neighbouring hues, and an accent across the wheel. */
export type Palette = { ramp: readonly Colour[]; accent: Colour; dark: Colour; light: Colour };

/** Draws a palette. Lightness is perceptual (OKLCH), so no hue comes out muddy or glaring. */
export function drawPalette(chance: Chance): Palette {
  const hue = chance.between(0, 360);
  const turn = chance.pick([-120, -85, -55, 60, 95, 130]);
  const depth = chance.between(0.2, 0.3);
  const ramp = [0, 1, 2, 3, 4].map((step) => {
    const part = step / 4;
    const chroma = 0.07 + 0.09 * Math.sin(Math.PI * (0.15 + part * 0.75));
    return fromOklch(mix(depth, 0.92, part ** 0.9), chroma, hue + turn * part);
  });
  return {
    ramp,
    accent: fromOklch(0.74, 0.17, hue + turn + 150),
    dark: fromOklch(depth * 0.7, 0.05, hue),
    light: fromOklch(0.96, 0.025, hue + turn),
  };
}

/** The colour at `part` (0 to 1) of the ramp. */
export function alongRamp(ramp: readonly Colour[], part: number): Colour {
  const place = unit(part) * (ramp.length - 1);
  const from = ramp[Math.floor(place)] ?? black;
  const to = ramp[Math.ceil(place)] ?? from;
  const rest = place - Math.floor(place);
  return [mix(from[0], to[0], rest), mix(from[1], to[1], rest), mix(from[2], to[2], rest)];
}

/** `rgb(…)` for SVG. */
export function css(colour: Colour): string {
  return `rgb(${colour.map(Math.round).join(",")})`;
}

const black: Colour = [0, 0, 0];

/** OKLCH to sRGB, after Björn Ottosson's "A perceptual color space for image processing" (2020). */
function fromOklch(lightness: number, chroma: number, hueDegrees: number): Colour {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function encode(linear: number): number {
  const light = unit(linear);
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
}
