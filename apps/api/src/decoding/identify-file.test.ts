import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, it } from "vitest";
import { identifyFile } from "./identify-file.ts";

const pixels = { create: { width: 40, height: 30, channels: 3, background: "#c04020" } } as const;
const jpeg = await sharp(pixels).jpeg().toBuffer();
const png = await sharp(pixels).png().toBuffer();
const webp = await sharp(pixels).webp().toBuffer();
const page = Buffer.from("<html><script>alert(1)</script></html>");

/** A PNG of one colour, written by hand: its header alone says how large it opens. */
function flatPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function glb(scene: object | string, binary: Buffer = Buffer.alloc(0)): Buffer {
  const text = typeof scene === "string" ? scene : JSON.stringify(scene);
  const json = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const head = Buffer.alloc(20);
  head.write("glTF", "latin1");
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(json.length, 12);
  head.write("JSON", 16, "latin1");
  const binaryHead = Buffer.alloc(8);
  binaryHead.writeUInt32LE(binary.length, 0);
  binaryHead.write("BIN\0", 4, "latin1");
  const file = Buffer.concat([head, json, ...(binary.length > 0 ? [binaryHead, binary] : [])]);
  file.writeUInt32LE(file.length, 8);
  return file;
}

const asset = { version: "2.0" };
const triangle = glb(
  { asset, buffers: [{ byteLength: 36 }], bufferViews: [{ buffer: 0, byteLength: 36 }] },
  Buffer.alloc(36),
);
const stl = Buffer.alloc(84 + 2 * 50);
stl.writeUInt32LE(2, 80);
const obj = Buffer.from("# mesh\nmtllib mesh.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
const painted = (image: Buffer) =>
  glb(
    {
      asset,
      buffers: [{ byteLength: image.length }],
      bufferViews: [{ byteLength: image.length }],
      images: [{ bufferView: 0 }],
    },
    image,
  );

/** 40 samples of silence. */
const wav = Buffer.concat([Buffer.alloc(44), Buffer.alloc(80)]);
wav.write("RIFF", 0, "latin1");
wav.writeUInt32LE(wav.length - 8, 4);
wav.write("WAVEfmt ", 8, "latin1");
wav.writeUInt32LE(16, 16);
wav.write("data", 36, "latin1");
wav.writeUInt32LE(80, 40);

/** Frames of MPEG-1 Layer III at 128 kbit/s and 44.1 kHz. */
const frame = Buffer.concat([Buffer.of(0xff, 0xfb, 0x90, 0xc0), Buffer.alloc(413)]);
const mp3 = Buffer.concat([frame, frame, frame]);
const tagged = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\x05", "latin1"), Buffer.alloc(5), mp3]);

function box(type: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}
const film = (flags: number) => [
  box("ftyp", Buffer.from("isom\0\0\0\0")),
  box("moov", box("trak", box("url ", Buffer.of(0, 0, 0, flags)))),
  box("mdat", Buffer.alloc(30)),
];
const mp4 = Buffer.concat(film(1));

it("knows each format it serves, and the size of what is drawn", async () => {
  expect(await identifyFile(jpeg)).toEqual({ format: "jpeg", width: 40, height: 30 });
  expect(await identifyFile(png)).toEqual({ format: "png", width: 40, height: 30 });
  expect(await identifyFile(webp)).toEqual({ format: "webp", width: 40, height: 30 });
  expect(await identifyFile(triangle)).toEqual({ format: "glb", width: null, height: null });
  expect(await identifyFile(painted(png))).toMatchObject({ format: "glb" });
  expect(await identifyFile(stl)).toEqual({ format: "stl", width: null, height: null });
  expect(await identifyFile(obj)).toEqual({ format: "obj", width: null, height: null });
  expect(await identifyFile(wav)).toEqual({ format: "wav", width: null, height: null });
  expect(await identifyFile(mp3)).toEqual({ format: "mp3", width: null, height: null });
  expect(await identifyFile(tagged)).toMatchObject({ format: "mp3" });
  expect(await identifyFile(mp4)).toEqual({ format: "mp4", width: null, height: null });
});

it.each<[string, Uint8Array]>([
  ["a page before a JPEG", Buffer.concat([page, jpeg])],
  ["a page behind a JPEG", Buffer.concat([jpeg, page])],
  ["an archive behind a PNG", Buffer.concat([png, Buffer.from("PK\x03\x04")])],
  ["a page behind a WebP", Buffer.concat([webp, page])],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ["an SVG behind a PNG's first bytes", Buffer.concat([png.subarray(0, 8), Buffer.from("<svg/>")])],
  ["a GIF", Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1")],
  ["a PDF", Buffer.from("%PDF-1.7\n")],
  ["half a JPEG", jpeg.subarray(0, jpeg.length >> 1)],
  ["half a PNG", png.subarray(0, png.length >> 1)],
  ["a PNG whose pixels were changed", Buffer.concat([png.subarray(0, 60), Buffer.alloc(8, 0xff), png.subarray(68)])],
  ["nothing", Buffer.alloc(0)],
  ["a GLB cut short", triangle.subarray(0, -4)],
  ["a GLB with more behind it", Buffer.concat([triangle, Buffer.alloc(4)])],
  ["a GLB whose buffer is elsewhere", glb({ asset, buffers: [{ byteLength: 9, uri: "https://198.51.100.7/a.bin" }] })],
  ["a GLB whose texture is elsewhere", glb({ asset, images: [{ uri: "//198.51.100.7/a.png" }] })],
  [
    "a GLB with an address in an extension",
    glb({ asset, extensions: { some: { parts: [{ uri: "file:///etc/passwd" }] } } }),
  ],
  ["a GLB whose texture is a page", painted(page)],
  [
    "a GLB whose view leaves its buffer",
    glb({ asset, buffers: [{ byteLength: 4 }], bufferViews: [{ byteLength: 99 }] }, Buffer.alloc(4)),
  ],
  ["a GLB with a texture written into its words", glb({ asset, images: [{ uri: "data:image/png;base64,aGVsbG8=" }] })],
  [
    "a GLB that counts more than it has",
    glb(
      {
        asset,
        buffers: [{ byteLength: 4 }],
        bufferViews: [{ byteLength: 4 }],
        accessors: [{ bufferView: 0, count: 99, componentType: 5126, type: "VEC3" }],
      },
      Buffer.alloc(4),
    ),
  ],
  [
    "a GLB that counts to nothing and far",
    glb({ asset, accessors: [{ count: 4e8, componentType: 5126, type: "MAT4" }] }),
  ],
  ["a GLB that asks for an unpacker", glb({ asset, extensionsRequired: ["KHR_draco_mesh_compression"] })],
  ["a GLB whose nodes go round", glb({ asset, nodes: [{ children: [1] }, { children: [0] }] })],
  ["a GLB whose node has two parents", glb({ asset, nodes: [{ children: [2] }, { children: [2] }, {}] })],
  ["a GLB of version 1", glb({ asset: { version: "1.0" } })],
  ["a GLB without JSON in it", glb([])],
  ["a GLB with holes in its lists", glb({ asset, buffers: [null], images: [null] })],
  ["a GLB whose lengths are words", glb({ asset, buffers: [{ byteLength: "9" }] })],
  ["an STL with a triangle missing", stl.subarray(0, -50)],
  ["an STL with a byte too many", Buffer.concat([stl, Buffer.alloc(1)])],
  ["an OBJ with a page in it", Buffer.concat([obj, page])],
  ["an OBJ that loads from elsewhere", Buffer.concat([Buffer.from("mtllib http://198.51.100.7/a.mtl\n"), obj])],
  ["an OBJ without faces", Buffer.from("v 0 0 0\n")],
  ["a WAV cut short", wav.subarray(0, -40)],
  ["a WAV with a page behind it", Buffer.concat([wav, page])],
  ["a WAV without samples", Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVE", "latin1"), Buffer.alloc(32)])],
  ["one frame of MP3", frame],
  ["an MP3 cut short", mp3.subarray(0, -100)],
  ["an MP3 with a page behind it", Buffer.concat([mp3, page])],
  ["an MP3 with a page before it", Buffer.concat([page, mp3])],
  ["an MP4 cut short", mp4.subarray(0, -10)],
  ["an MP4 with a page behind it", Buffer.concat([mp4, page])],
  ["an MP4 without a film", Buffer.concat([film(1)[0] ?? page, film(1)[2] ?? page])],
  ["an MP4 whose samples are elsewhere", Buffer.concat(film(0))],
])("does not take %s for a file of ours", async (_what, bytes) => {
  expect(await identifyFile(bytes)).toBeNull();
});

it("refuses a picture of 256 megapixels by its header, before a pixel of it is opened", async () => {
  const bomb = flatPng(16_000, 16_000);
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.cpuUsage();
  expect(await identifyFile(bomb)).toBeNull();
  // What it worked, and not how long it took: the machine may have other things to do.
  expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  expect(await identifyFile(flatPng(160, 160))).toMatchObject({ format: "png" });
});

it("refuses a scene nested past any use", async () => {
  const json = `{"asset":{"version":"2.0"},"extras":${"[".repeat(5_000)}${"]".repeat(5_000)}}`;
  expect(await identifyFile(glb(json))).toBeNull();
});
