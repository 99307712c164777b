import { type Field, layered, valueNoise } from "./noise.ts";
import { alongRamp, css, type Palette } from "./palette.ts";
import type { Chance } from "./seed.ts";

export type Canvas = { width: number; height: number; chance: Chance; palette: Palette };

/** Draws shapes over the background as SVG elements; each is one way a picture can be built. */
export type Composition = (canvas: Canvas) => string;

/** A sun over ranges of hills that darken towards the viewer. */
export const hills: Composition = ({ width, height, chance, palette }) => {
  const line = layered(valueNoise(chance), 5);
  const sun = glow(
    width * chance.between(0.25, 0.75),
    height * chance.between(0.22, 0.42),
    Math.min(width, height),
    palette,
  );
  const ranges = [0, 1, 2, 3, 4, 5].map((range) => {
    const base = height * (0.46 + range * 0.095);
    const swing = height * (0.2 - range * 0.014);
    const colour = css(alongRamp(palette.ramp, 0.62 - range * 0.125));
    return `<path d="${ridge({ width, height, base, swing, line, range })}" fill="${colour}" fill-opacity="0.94"/>`;
  });
  return sun + ranges.join("");
};

/** Planets and dashed orbits around a point off the middle, among small stars. */
export const orbits: Composition = ({ width, height, chance, palette }) => {
  const short = Math.min(width, height);
  const x = width * chance.between(0.3, 0.7);
  const y = height * chance.between(0.35, 0.6);
  const stars = Array.from({ length: 90 }, () => {
    const size = short * chance.between(0.0006, 0.0024);
    return disc(width * chance.next(), height * chance.next(), size, css(palette.light), chance.between(0.3, 0.9));
  });
  const rings = [1, 2, 3, 4, 5].map((ring) => {
    const radius = short * (0.13 + ring * 0.085);
    const angle = chance.between(0, Math.PI * 2);
    const dash = chance.pick(["none", `${short * 0.004} ${short * 0.018}`]);
    const planet = short * chance.between(0.012, 0.042);
    return (
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${css(palette.light)}" stroke-opacity="0.4"` +
      ` stroke-width="${short * 0.0025}" stroke-dasharray="${dash}"/>` +
      disc(
        x + radius * Math.cos(angle),
        y + radius * Math.sin(angle),
        planet,
        css(ring % 2 ? palette.accent : palette.light),
        1,
      )
    );
  });
  return stars.join("") + glow(x, y, short * 0.8, palette) + rings.join("");
};

/** Translucent petals turned around a centre, the inner ones lighter. */
export const petals: Composition = ({ width, height, chance, palette }) => {
  const short = Math.min(width, height);
  const count = chance.pick([7, 9, 11, 13]);
  const lean = chance.between(0.1, 0.34);
  const layers = [1, 0.78, 0.56, 0.36].map((scale, layer) => {
    const length = short * 0.44 * scale;
    const breadth = length * lean;
    const colour = css(alongRamp(palette.ramp, 0.3 + layer * 0.22));
    return Array.from({ length: count }, (_, petal) => {
      const turn = (360 / count) * (petal + layer / 2);
      const shape = `M0 0C${breadth} ${-length * 0.35} ${breadth} ${-length * 0.85} 0 ${-length}C${-breadth} ${-length * 0.85} ${-breadth} ${-length * 0.35} 0 0Z`;
      return `<path transform="rotate(${turn})" d="${shape}" fill="${colour}" fill-opacity="0.62" stroke="${css(palette.light)}" stroke-opacity="0.35" stroke-width="${short * 0.0014}"/>`;
    }).join("");
  });
  const heart = disc(0, 0, short * 0.045, css(palette.accent), 1) + disc(0, 0, short * 0.024, css(palette.light), 0.9);
  return `<g transform="translate(${width / 2} ${height * 0.48}) rotate(${chance.between(0, 90)})">${layers.join("")}${heart}</g>`;
};

/** Tall translucent sheets of light, each following the same slow curve. */
export const ribbons: Composition = ({ width, height, chance, palette }) => {
  const line = layered(valueNoise(chance), 3);
  return Array.from({ length: 14 }, (_, ribbon) => {
    const base = height * (0.14 + ribbon * 0.055);
    const colour = ribbon % 5 === 3 ? palette.accent : alongRamp(palette.ramp, 0.15 + ribbon * 0.06);
    const upper = curve({ width, base, swing: height * 0.3, line, range: ribbon * 0.18 });
    const lower = curve({ width, base: base + height * 0.1, swing: height * 0.34, line, range: ribbon * 0.18 + 0.5 });
    return `<path d="M${upper.join("L")}L${lower.reverse().join("L")}Z" fill="${css(colour)}" fill-opacity="0.34"/>`;
  }).join("");
};

export const compositions: readonly Composition[] = [hills, orbits, petals, ribbons];

type Curve = { width: number; base: number; swing: number; line: Field; range: number };

function curve({ width, base, swing, line, range }: Curve): string[] {
  const steps = 96;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const across = step / steps;
    return `${(across * width).toFixed(1)} ${(base + (line(across * 3.2 + 3, range * 7.7) - 0.5) * swing * 2).toFixed(1)}`;
  });
}

function ridge({ height, ...shape }: Curve & { height: number }): string {
  return `M0 ${height}L${curve(shape).join("L")}L${shape.width} ${height}Z`;
}

function glow(x: number, y: number, reach: number, palette: Palette): string {
  const rings = [0.3, 0.22, 0.16].map((size) => disc(x, y, reach * size, css(palette.light), 0.12));
  return rings.join("") + disc(x, y, reach * 0.105, css(palette.accent), 0.96);
}

function disc(x: number, y: number, radius: number, fill: string, opacity: number): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" fill-opacity="${opacity}"/>`;
}
