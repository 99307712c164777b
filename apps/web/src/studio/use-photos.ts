import { refusalOf, type UploadId, type UploadView, uploadWords } from "@covenant/domain";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { FileRefused, type Sending, sendFile } from "../api/send-file.ts";
import { api } from "../api/trpc.ts";
import { addable, nextToSend, type Photo } from "./photo.ts";

type PhotosOptions = { isMember: boolean; most: number };

/**
 * The photos of a form. A member's are sent when they are chosen, a few at a time, so that one that cannot be used is refused
 * there and then; each can be paused, sent on, and removed, and what the page is left without using is taken back.
 */
export function usePhotos({ isMember, most }: PhotosOptions) {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const sendings = useRef(new Map<string, Sending>());
  const used = useRef(new Set<UploadId>());
  const { mutate: discard } = useMutation(api.uploads.discard.mutationOptions());
  const { mutateAsync: finish } = useMutation(api.uploads.finish.mutationOptions());

  const set = (key: string, change: Partial<Photo>) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  const forget = (key: string) => {
    sendings.current.delete(key);
    setPhotos((all) => all.filter((photo) => photo.key !== key));
  };
  const refuse = ({ key, file }: Photo, words: string) => {
    forget(key);
    setProblems((all) => [...all, `${file.name}: ${words}`]);
  };
  const fail = (photo: Photo, error: unknown) => {
    const refusal = refusalOf(error);
    const words = error instanceof FileRefused ? error.message : refusal && uploadWords(refusal);
    // What the line did wrong is tried again when asked; a file that was refused would be refused again.
    if (words === null) set(photo.key, { stage: "stopped" });
    else refuse(photo, words);
  };
  const open = (photo: Photo): Sending =>
    sendFile({
      file: photo.file,
      onProgress: (sent) => set(photo.key, { sent }),
      onArrived: (arrivalId) => {
        set(photo.key, { stage: "checking", sent: photo.file.size });
        finish({ arrivalId }).then(
          (upload) => {
            // Removed while it was being checked.
            if (sendings.current.has(photo.key)) set(photo.key, { stage: "checked", upload });
            else discard({ uploadId: upload.id });
          },
          (error: unknown) => fail(photo, error),
        );
      },
      onFailed: (error) => fail(photo, error),
    });
  const send = (photo: Photo) => {
    const sending = sendings.current.get(photo.key) ?? open(photo);
    sendings.current.set(photo.key, sending);
    set(photo.key, { stage: "sending" });
    sending.go().catch((error: unknown) => fail(photo, error));
  };

  // Starts transfers, which are outside React, whenever a place is free.
  useEffect(() => {
    for (const photo of nextToSend(photos)) send(photo);
  });

  const choose = (files: readonly File[]) => {
    const { added, problem } = addable(photos, files, most);
    const stage = isMember ? "waiting" : "here";
    setProblems(problem === null ? [] : [problem]);
    setPhotos((all) => [...all, ...added.map((photo) => ({ ...photo, stage }) as const)]);
  };
  const pause = ({ key }: Photo) => {
    sendings.current.get(key)?.pause();
    set(key, { stage: "paused" });
  };
  const goOn = ({ key }: Photo) => set(key, { stage: "waiting" });
  const takeBack = ({ key, upload }: Photo) => {
    sendings.current.get(key)?.takeBack();
    if (upload !== null && !used.current.has(upload.id)) discard({ uploadId: upload.id });
  };
  const remove = (photo: Photo) => {
    takeBack(photo);
    forget(photo.key);
  };

  /** The uploads to make something of; null, with the reason at the field, without any. */
  const ready = (): readonly UploadView[] | null => {
    const uploads = photos.map(({ upload }) => upload).filter((upload) => upload !== null);
    if (photos.length > 0 && uploads.length === photos.length) return uploads;
    setProblems(["Choose a photo first."]);
    return null;
  };
  /** What something is made of is no longer this page's to take back. */
  const handOver = (uploadId: UploadId) => void used.current.add(uploadId);

  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => photos.forEach(takeBack);
  });
  // Lets go of what lies at the server when the page is left.
  useEffect(() => () => leave.current(), []);
  return { photos, problems, choose, pause, goOn, remove, ready, handOver };
}
