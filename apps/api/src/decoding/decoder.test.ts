import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, it } from "vitest";
import { decode } from "./decoder.ts";
import { drawImage } from "./draw-image.ts";
import { identify } from "./identify.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#308050" } });

it("answers several files at once, each with its own", async () => {
  const pictures = await Promise.all([10, 20, 30, 40].map((width) => picture(width, 5).png().toBuffer()));
  const found = await Promise.all(pictures.map(identify));
  expect(found.map((file) => file?.width)).toEqual([10, 20, 30, 40]);
});

it("goes on with a new decoder after one was its own end over a file", async () => {
  const sent = decode("identify", { bytes: endsTheDecoder(), length: 10_000_000 });
  await expect(sent).rejects.toMatchObject({ name: "DecoderDied", over: "crash" });
  expect(await identify(await picture(7, 7).png().toBuffer())).toMatchObject({ width: 7 });
});

it("breaks off with what reading the file threw, and takes no byte of it for the next one", async () => {
  async function* damaged() {
    yield Buffer.alloc(100_000);
    throw new Error("damaged in the store");
  }
  await expect(decode("redraw", { bytes: damaged(), length: 200_000 })).rejects.toThrow("damaged in the store");
  const short = decode("redraw", { bytes: [Buffer.alloc(10)], length: 20 });
  await expect(short).rejects.toThrow("had another length");
  expect(await identify(await picture(9, 9).png().toBuffer())).toMatchObject({ width: 9 });
});

it("refuses by its header what promises 256 megapixels in a few kilobytes, and this process does not grow over it", async () => {
  const bomb = blackPng(16_000);
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage.rss();
  expect(await identify(bomb)).toBeNull();
  await expect(drawImage({ bytes: [bomb], length: bomb.length })).rejects.toMatchObject({
    code: "upload/too-large",
    facts: { mostPixels: 160_000_000 },
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000);
});

it("keeps 12,000 pixels square in bounds, and draws them smaller", async () => {
  const large = blackPng(12_000);
  const { width, height } = await drawImage({ bytes: [large], length: large.length });
  expect(width * height).toBeLessThanOrEqual(40_000_000);
});

/** A black square of one bit a pixel, which deflates to nearly nothing. */
function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const pixels = deflateSync(Buffer.alloc(side * (side / 8 + 1)));
  const chunks = [chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** Kills every decoder of this process in the middle of the file, as a crash over it would. */
async function* endsTheDecoder() {
  yield Buffer.alloc(100_000);
  for (const pid of decodersOfOurs()) process.kill(pid, "SIGSEGV");
  for (let piece = 0; piece < 99; piece += 1) {
    await wait(10);
    yield Buffer.alloc(100_000);
  }
}

function decodersOfOurs(): number[] {
  const ours = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === process.pid);
  return ours.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("decoder-process")).map(Number);
}

/** What went meanwhile has no parent. */
function parentOf(pid: string): number | null {
  try {
    return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return null;
  }
}
