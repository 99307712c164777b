import { drawPicture } from "../engine/draw-picture.ts";
import { digestOf } from "../engine/seed.ts";
import { writeMp3 } from "../engine/write-mp3.ts";
import { writeMp4 } from "../engine/write-mp4.ts";
import { textOf } from "../record.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";
import { keepFile } from "./keep-file.ts";
import { readInputPicture } from "./read-picture.ts";
import { type Model, modelError, type Run, type RunResult } from "./run.ts";

/** A short film over a picture drawn from the words. */
export const filmWords: Model = async (run, shelf) => {
  const prompt = textOf(run.input.prompt);
  if (prompt === undefined) return modelError("missing", "Field required", "prompt", run.input.prompt ?? null);
  const seed = Number.parseInt(digestOf(prompt).slice(0, 7), 16);
  return film(run, shelf, await drawPicture({ prompt, width: 640, height: 384, seed, format: "png" }));
};

/** A short film over the picture in a field of the input. */
export function filmPicture(field: string): Model {
  return async (run, shelf) => {
    const picture = await readInputPicture(shelf, run.input[field]);
    return picture.ok ? film(run, shelf, picture.bytes) : picture.error;
  };
}

/** An MP3 as long as the reading of `text` takes. */
export const speak: Model = async (run, shelf) => {
  const text = textOf(run.input.text);
  if (text === undefined) return modelError("missing", "Field required", "text", run.input.text ?? null);
  const audio = keepFile(shelf, run, { name: "speech.mp3", contentType: "audio/mpeg", bytes: writeMp3(text) });
  return { kind: "output", billableUnits: Math.ceil(text.length / 1_000), body: { audio } };
};

async function film(run: Run, shelf: FileShelf, still: Buffer): Promise<RunResult> {
  const bytes = await writeMp4(still);
  const video = keepFile(shelf, run, { name: "video.mp4", contentType: "video/mp4", bytes });
  return { kind: "output", billableUnits: 2, body: { video, seed: 0 } };
}
