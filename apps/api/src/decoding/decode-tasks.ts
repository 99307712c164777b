import { type IdentifiedFile, identifyFile } from "./identify-file.ts";
import { type Look, lookAtPicture } from "./look-at-picture.ts";
import { type DrawnImage, redrawImage } from "./redraw-image.ts";

/** What a decoder can be asked, each with the whole file. */
export const decodeTasks = {
  identify: (bytes: Uint8Array): Promise<IdentifiedFile | null> => identifyFile(bytes),
  redraw: (bytes: Uint8Array): Promise<DrawnImage> => redrawImage(bytes),
  look: (bytes: Uint8Array): Promise<Look | null> => lookAtPicture(bytes),
};

export type DecodeTask = keyof typeof decodeTasks;
export type DecodeResult<Task extends DecodeTask> = Awaited<ReturnType<(typeof decodeTasks)[Task]>>;
