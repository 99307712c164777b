import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

// Lays packed copies beside the text files of a build, which the app server sends to whoever takes them; it packs
// nothing itself. `pack-assets dist/client`
const packs = { ".br": brotliCompressSync, ".gz": gzipSync } as const;

/** Smaller than this, a packed file saves nothing. */
const fromBytes = 1024;

const folder = process.argv[2];
if (folder === undefined) throw new Error("pack-assets wants the folder of a build");

const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
for (const path of files.filter((file) => /\.(js|css|svg)$/.test(file)).map((file) => join(folder, file))) {
  const source = readFileSync(path);
  if (source.length < fromBytes) continue;
  for (const [ending, pack] of Object.entries(packs)) writeFileSync(path + ending, pack(source));
}
