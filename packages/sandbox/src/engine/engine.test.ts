import { NodeIO } from "@gltf-transform/core";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRelief } from "./build-relief.ts";
import { cutOut } from "./cut-out.ts";
import { drawBlack, drawPicture } from "./draw-picture.ts";
import { modelPhoto } from "./model-photo.ts";
import { readHeights } from "./relief.ts";
import { restylePicture } from "./restyle-picture.ts";
import { writeMp3 } from "./write-mp3.ts";
import { writeMp4 } from "./write-mp4.ts";
import { writeWav } from "./write-wav.ts";

let photo: Buffer;

beforeAll(async () => {
  const apple = '<svg width="600" height="400"><circle cx="300" cy="200" r="120" fill="#c03020"/></svg>';
  photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#e4e9ee" } })
    .composite([{ input: Buffer.from(apple) }])
    .jpeg()
    .toBuffer();
});

describe("a drawn picture", () => {
  const request = { prompt: "a lighthouse at dawn", width: 320, height: 200, seed: 7, format: "png" } as const;

  it("is the same bytes for the same request", async () => {
    expect((await drawPicture(request)).equals(await drawPicture(request))).toBe(true);
  });

  it("differs with the prompt and with the seed", async () => {
    const picture = await drawPicture(request);
    expect(picture.equals(await drawPicture({ ...request, prompt: "a lighthouse at dusk" }))).toBe(false);
    expect(picture.equals(await drawPicture({ ...request, seed: 8 }))).toBe(false);
  });

  it.each(["png", "jpeg", "webp"] as const)("has the asked size as %s", async (format) => {
    const facts = await sharp(await drawPicture({ ...request, format })).metadata();
    expect(facts).toMatchObject({ format, width: 320, height: 200 });
  });

  it("is black all over when an output was refused", async () => {
    const { channels } = await sharp(await drawBlack({ width: 64, height: 64, format: "png" })).stats();
    expect(channels.map((channel) => channel.max)).toEqual([0, 0, 0]);
  });
});

describe("a modelled photo", () => {
  it.each([64, 256] as const)("is watertight with %i vertices a side", async (side) => {
    const { indices } = buildRelief(await readHeights(photo, side));
    const edges = countEdges(indices);
    expect(new Set(edges.undirected.values())).toEqual(new Set([2]));
    // Each direction once: neighbouring triangles agree on which side is out.
    expect(new Set(edges.directed.values())).toEqual(new Set([1]));
    expect(indices.length / 3).toBe(2 * (side - 1) ** 2 + 12 * (side - 1));
  });

  it("encloses a positive volume, so its faces look outwards", async () => {
    const { positions, indices } = buildRelief(await readHeights(photo, 64));
    expect(volumeOf(positions, indices)).toBeGreaterThan(0);
  });

  it("writes a GLB that is as long as it says and carries the photo", async () => {
    const { glb, triangles } = await modelPhoto(photo, 64);
    expect(glb.toString("latin1", 0, 4)).toBe("glTF");
    expect(glb.readUInt32LE(4)).toBe(2);
    expect(glb.readUInt32LE(8)).toBe(glb.length);
    const root = (await new NodeIO().readBinary(glb)).getRoot();
    expect(root.listTextures()).toHaveLength(1);
    expect(root.listMeshes()[0]?.listPrimitives()[0]?.getIndices()?.getCount()).toBe(triangles * 3);
    expect(root.listMeshes()[0]?.listPrimitives()[0]?.getAttribute("TEXCOORD_0")).not.toBeNull();
  });

  it("writes an STL and an OBJ of the same triangles", async () => {
    const { stl, obj, triangles } = await modelPhoto(photo, 64);
    expect(stl.readUInt32LE(80)).toBe(triangles);
    expect(stl.length).toBe(84 + triangles * 50);
    expect(obj.toString().match(/^f /gm)).toHaveLength(triangles);
  });

  it("is the same bytes for the same photo", async () => {
    const [one, other] = [await modelPhoto(photo, 64), await modelPhoto(photo, 64)];
    expect(one.glb.equals(other.glb)).toBe(true);
  });

  it("raises a dark subject above a bright ground", async () => {
    const { heights, side } = await readHeights(photo, 64);
    expect(heights[(side / 2) * side + side / 2]).toBeGreaterThan(heights[0] ?? 1);
  });
});

describe("a cut-out", () => {
  it("is a PNG of the photo's size, clear around the subject and solid inside", async () => {
    const { png, width, height } = await cutOut(photo);
    expect([width, height]).toEqual([600, 400]);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const alphaAt = (x: number, y: number) => data[(y * info.width + x) * info.channels + 3];
    expect(info.channels).toBe(4);
    expect(alphaAt(5, 5)).toBe(0);
    expect(alphaAt(300, 200)).toBe(255);
  });

  it("keeps the whole picture where nothing stands out", async () => {
    const plain = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#88a" } })
      .png()
      .toBuffer();
    const { channels } = await sharp((await cutOut(plain)).png).stats();
    expect(channels[3]?.min).toBe(255);
  });
});

function countEdges(indices: Uint32Array) {
  const directed = new Map<string, number>();
  const undirected = new Map<string, number>();
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [...indices.subarray(at, at + 3)];
    corners.forEach((from, step) => {
      const to = corners[(step + 1) % 3] ?? 0;
      count(directed, `${from}>${to}`);
      count(undirected, from < to ? `${from}-${to}` : `${to}-${from}`);
    });
  }
  return { directed, undirected };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Six times the signed volume: the sum of the triple products of the corners. */
function volumeOf(positions: Float32Array, indices: Uint32Array): number {
  const corner = (at: number) => [0, 1, 2].map((axis) => positions[(indices[at] ?? 0) * 3 + axis] ?? 0);
  let volume = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const [a = [], b = [], c = []] = [corner(at), corner(at + 1), corner(at + 2)];
    const [ax = 0, ay = 0, az = 0] = a;
    const [bx = 0, by = 0, bz = 0] = b;
    const [cx = 0, cy = 0, cz = 0] = c;
    volume += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }
  return volume;
}

describe("films and tones", () => {
  it("are the same for the same input, and others for another", async () => {
    const still = await drawPicture({ prompt: "a fox", width: 320, height: 192, seed: 1, format: "png" });
    const other = await drawPicture({ prompt: "a hare", width: 320, height: 192, seed: 1, format: "png" });
    expect((await writeMp4(still)).equals(await writeMp4(still))).toBe(true);
    expect((await writeMp4(still)).equals(await writeMp4(other))).toBe(false);
    expect(writeWav("good day", "alloy").equals(writeWav("good day", "alloy"))).toBe(true);
    expect(writeWav("good day", "alloy").equals(writeWav("good day", "verse"))).toBe(false);
  });

  it("are whole files: lengths add up to the last byte", async () => {
    const film = await writeMp4(
      await drawPicture({ prompt: "a fox", width: 320, height: 192, seed: 1, format: "png" }),
    );
    const boxes: string[] = [];
    for (let at = 0; at < film.length; at += film.readUInt32BE(at)) boxes.push(film.toString("latin1", at + 4, at + 8));
    expect(boxes).toEqual(["ftyp", "moov", "mdat"]);
    const tones = writeWav("good day", "alloy");
    expect(tones.readUInt32LE(4) + 8).toBe(tones.length);
    expect(writeMp3("good day").length % 417).toBe(0);
  });

  it("show what was given in the colours of the words", async () => {
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const restyled = await restylePicture(photo, { prompt: "a fox", width: 128, height: 96, format: "webp" });
    expect(await sharp(restyled).metadata()).toMatchObject({ format: "webp", width: 128, height: 96 });
    expect((await sharp(restyled).stats()).entropy).toBeGreaterThan(1);
  });
});
