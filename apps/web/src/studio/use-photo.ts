import { type UploadView, uploadView } from "@covenant/domain";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, postFile, UploadRefused } from "../api/trpc.ts";

/** `here`: on this machine only. `sent`: there, decoded and found sound. */
export type PhotoStage = "here" | "sending" | "sent";

type Sending = { file: File; stop: AbortController; upload: Promise<UploadView>; isHandedOver: boolean };

/**
 * The photo of a form. A member's is sent when it is chosen, so that one that cannot be used is refused there and then,
 * and taken back when another is chosen, when it is removed, or when the page is left without using it.
 */
export function usePhoto(isMember: boolean) {
  const [file, setFile] = useState<File | null>(null);
  const [stage, setStage] = useState<PhotoStage>("here");
  const [problem, setProblem] = useState<string | undefined>();
  const sending = useRef<Sending | null>(null);
  const { mutate: discard } = useMutation(api.uploads.discard.mutationOptions());

  const send = (chosen: File): Sending => {
    const stop = new AbortController();
    const mine: Sending = { file: chosen, stop, upload: postPhoto(chosen, stop.signal), isHandedOver: false };
    sending.current = mine;
    setStage("sending");
    mine.upload.then(
      () => sending.current === mine && setStage("sent"),
      (error: unknown) => sending.current === mine && fail(chosen, error),
    );
    return mine;
  };
  const fail = (chosen: File, error: unknown) => {
    sending.current = null;
    setStage("here");
    // What the line did wrong is tried again when the form is sent; a file that was refused would be refused again.
    if (!(error instanceof UploadRefused)) return;
    setFile(null);
    setProblem(`${chosen.name}: ${error.message}`);
  };
  const takeBack = () => {
    const earlier = sending.current;
    sending.current = null;
    if (earlier === null || earlier.isHandedOver) return;
    earlier.stop.abort();
    earlier.upload.then(
      ({ id }) => discard({ uploadId: id }),
      () => {},
    );
  };
  const choose = (chosen: File | null) => {
    takeBack();
    setFile(chosen);
    setStage("here");
    setProblem(undefined);
    if (chosen !== null && isMember) send(chosen);
  };
  /** The upload to make something of, which is then no longer this page's to take back; null where there is none. */
  const handOver = async (): Promise<UploadView | null> => {
    if (file === null) {
      setProblem("Choose a photo first.");
      return null;
    }
    const mine = await current(sending.current, () => send(file));
    mine.isHandedOver = true;
    return mine.upload.catch((error: unknown) => {
      if (error instanceof UploadRefused) return null;
      throw error;
    });
  };

  const leave = useRef(takeBack);
  useEffect(() => {
    leave.current = takeBack;
  });
  // Lets go of what lies at the server when the page is left.
  useEffect(() => () => leave.current(), []);
  return { file, stage, problem, choose, handOver };
}

/** What is on its way or there, or a new sending where its time there is over. */
async function current(earlier: Sending | null, sendAnew: () => Sending): Promise<Sending> {
  if (earlier === null) return sendAnew();
  const upload = await earlier.upload.catch(() => null);
  const isOver = upload?.keepUntil != null && Date.parse(upload.keepUntil) <= Date.now();
  return isOver ? sendAnew() : earlier;
}

async function postPhoto(photo: File, signal: AbortSignal): Promise<UploadView> {
  return uploadView.parse(await postFile(`/uploads?name=${encodeURIComponent(photo.name)}`, photo, signal));
}
