import sharp from "sharp";
import { textOf } from "../record.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";
import { modelError, type RunResult } from "./run.ts";

const largestBytes = 50 * 1024 * 1024;

export type InputPicture = { ok: true; bytes: Buffer } | { ok: false; error: RunResult };

/**
 * Reads `image_url`: a `data:` address, or one of the sandbox's own files. Anything else is a download that fails,
 * because a stand-in fetches nothing from outside.
 */
export async function readInputPicture(shelf: FileShelf, value: unknown): Promise<InputPicture> {
  const url = textOf(value);
  if (url === undefined) return refuse("missing", "Field required", value);
  const bytes = url.startsWith("data:") ? decode(url) : shelf.read(url);
  if (!bytes) return refuse("file_download_error", "Failed to download the file.", "<image_url>");
  if (bytes.length > largestBytes) return refuse("file_too_large", "The file is larger than 50 MB.", "<image_url>");
  const isReadable = await sharp(bytes)
    .metadata()
    .then(hasPixels, () => false);
  return isReadable ? { ok: true, bytes } : refuse("image_load_error", "Failed to load the image.", "<image_url>");
}

function hasPixels({ width, height }: { width?: number; height?: number }): boolean {
  return (width ?? 0) > 0 && (height ?? 0) > 0;
}

function decode(url: string): Buffer | undefined {
  const [, encoding, content] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url) ?? [];
  if (content === undefined) return undefined;
  return encoding ? Buffer.from(content, "base64") : Buffer.from(decodeURIComponent(content));
}

function refuse(type: string, message: string, input: unknown): InputPicture {
  return { ok: false, error: modelError(type, message, "image_url", input) };
}
