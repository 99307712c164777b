import type { FileShelf } from "../shelf/file-shelf.ts";
import type { Run } from "./run.ts";

/** fal's File object (https://docs.fal.ai, "File"), as it stands inside an output. */
export type FalFile = { url: string; content_type: string; file_name: string; file_size: number };

/** Keeps a run's file, with the run's switches, and gives what the output says about it. */
export function keepFile(
  shelf: FileShelf,
  run: Run,
  { name, contentType, bytes }: { name: string; contentType: string; bytes: Buffer },
): FalFile {
  const url = shelf.keep({ name, contentType, bytes, seconds: run.fileSeconds, faults: run.faults });
  return { url, content_type: contentType, file_name: name, file_size: bytes.length };
}
