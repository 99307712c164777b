import type { UploadView } from "@covenant/domain";

/**
 * `here`: on this machine only. `waiting`: for its turn. `stopped`: the line is down. `checking`: wholly there, being decoded.
 * `checked`: there and found sound.
 */
export type PhotoStage = "here" | "waiting" | "sending" | "paused" | "stopped" | "checking" | "checked";

/** A photo of a form, and how far it is. */
export type Photo = {
  /** Name, size and time: the same file chosen twice is one. */
  key: string;
  file: File;
  stage: PhotoStage;
  /** Bytes that are there. */
  sent: number;
  upload: UploadView | null;
};

export function newPhoto(file: File): Photo {
  return { key: `${file.name}|${file.size}|${file.lastModified}`, file, stage: "here", sent: 0, upload: null };
}

const going: readonly PhotoStage[] = ["sending", "checking"];
const atOnce = 3;

/** Photos whose turn it is: a few are on their way at a time, in the order they were chosen. */
export function nextToSend(photos: readonly Photo[]): readonly Photo[] {
  const places = atOnce - photos.filter(({ stage }) => going.includes(stage)).length;
  return photos.filter(({ stage }) => stage === "waiting").slice(0, Math.max(0, places));
}

/** What may be added to a batch: what is not in it, as far as there is room; the others are named with why. */
export function addable(photos: readonly Photo[], files: readonly File[], most: number) {
  const known = new Set(photos.map(({ key }) => key));
  const fresh = files.map(newPhoto).filter(({ key }) => !known.has(key) && known.add(key));
  const added = fresh.slice(0, Math.max(0, most - photos.length));
  const left = fresh.length - added.length;
  const problem =
    left === 0 ? null : `${most} files at a time: ${left} of these were left out. Send them in a second batch.`;
  return { added, problem };
}
