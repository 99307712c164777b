import { type ArrivalId, idSchema } from "@covenant/domain";
import type { HttpResponse, Upload } from "tus-js-client";
import * as z from "zod/mini";
import { guard } from "./trpc.ts";

/** The server said no to a file, in words that say what to change. */
export class FileRefused extends Error {}

export type SendingFile = {
  file: File;
  onProgress(sent: number): void;
  onArrived(arrivalId: ArrivalId): void;
  /** {@link FileRefused}, or the line: then {@link Sending.go} goes on where it stopped. */
  onFailed(error: Error): void;
};

export type Sending = {
  /** Goes on where it stopped; at first, from the beginning or where the same file stopped on an earlier visit. */
  go(): Promise<void>;
  pause(): void;
  /** Stops, and has what came of it destroyed. Of a file that has arrived there is nothing to take back here. */
  takeBack(): void;
};

/** Of a broken line at most this is sent again, and the browser holds no more of a file than it reads for one request. */
const chunkSize = 25_000_000;

/** Sends a file in pieces by the tus protocol, so that a broken line or a reloaded page costs a piece and not the file. */
export function sendFile({ file, onProgress, onArrived, onFailed }: SendingFile): Sending {
  let upload: Upload | null = null;
  let isGoing = false;
  let hasArrived = false;
  const prepare = async (): Promise<Upload> => {
    // Only those who send files load what sends them.
    const { Upload, DetailedError } = await import("tus-js-client");
    const made = new Upload(file, {
      endpoint: "/uploads",
      headers: guard,
      chunkSize,
      retryDelays: [0, 1000, 3000, 6000, 12_000],
      metadata: { filename: file.name, filetype: file.type },
      removeFingerprintOnSuccess: true,
      onProgress,
      onSuccess: () => {
        hasArrived = true;
        onArrived(idSchema("arrival").parse(made.url?.split("/").at(-1)));
      },
      onError: (error) =>
        onFailed((error instanceof DetailedError ? refusalIn(error.originalResponse) : null) ?? error),
    });
    const [earlier] = await made.findPreviousUploads();
    if (earlier !== undefined) made.resumeFromPreviousUpload(earlier);
    return made;
  };
  return {
    async go() {
      isGoing = true;
      upload ??= await prepare();
      if (isGoing) upload.start();
    },
    pause() {
      isGoing = false;
      void upload?.abort();
    },
    takeBack() {
      isGoing = false;
      if (hasArrived) return;
      // What cannot be taken back now, the server lets go of by itself when its time is over.
      upload?.abort(true).catch(() => {});
    },
  };
}

const refusal = z.object({ message: z.string() });

/** The server's sentence, where it gave one: sending the same file again would meet it again. */
function refusalIn(response: HttpResponse | null): FileRefused | null {
  if (response === null || response.getStatus() < 400 || response.getStatus() >= 500) return null;
  const known = refusal.safeParse(parseJson(response.getBody()));
  return known.success ? new FileRefused(known.data.message) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
