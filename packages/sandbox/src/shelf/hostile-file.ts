import { deflateSync } from "node:zlib";
import { writeWav } from "../engine/write-wav.ts";

/** What an upstream that is taken over, or broken, would hand out in a file's place. */
const files: Record<string, (bytes: Buffer) => Buffer> = {
  polyglot: (bytes) => Buffer.concat([bytes, Buffer.from("PK\x03\x04<script>alert(1)</script>", "latin1")]),
  "wrong-kind": () => writeWav("la la la", "alloy"),
  bomb: () => flatPicture(16_000),
  "far-file": () => writeScene({ asset: { version: "2.0" }, images: [{ uri: "http://127.0.0.1:1/a.png" }] }),
};

/** The file that the switches of its work call for; the file itself where they call for none. */
export function hostileFile(faults: ReadonlySet<string>, bytes: Buffer): Buffer {
  const [make] = [...faults].flatMap((fault) => files[fault] ?? []);
  return make === undefined ? bytes : make(bytes);
}

/** A square PNG of one colour (W3C PNG, 11.2), a bit for each pixel. */
function flatPicture(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 9 });
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
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

/** A binary glTF of nothing but its words (Khronos glTF 2.0, 4.4). */
function writeScene(scene: object): Buffer {
  const text = JSON.stringify(scene);
  const json = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const head = Buffer.alloc(20);
  head.write("glTF", "latin1");
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(head.length + json.length, 8);
  head.writeUInt32LE(json.length, 12);
  head.write("JSON", 16, "latin1");
  return Buffer.concat([head, json]);
}
