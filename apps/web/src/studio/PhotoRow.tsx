import { Button, byteText, IconButton, Progress } from "@covenant/ui";
import { ImageOff, Pause, Play, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import type { Photo, PhotoStage } from "./photo.ts";

const stageWords = {
  here: "",
  waiting: ", waiting for its turn",
  sending: "",
  paused: ", paused",
  stopped: ", stopped: the line is down",
  checking: ", being checked",
  checked: ", checked",
} as const satisfies Record<PhotoStage, string>;

type PhotoRowProps = {
  photo: Photo;
  onPause: (photo: Photo) => void;
  onGoOn: (photo: Photo) => void;
  onRemove: (photo: Photo) => void;
};

/** A chosen photo, from this machine, how far it is, and what can be done about it. */
export function PhotoRow({ photo, onPause, onGoOn, onRemove }: PhotoRowProps) {
  const { file, stage, sent } = photo;
  const isOnItsWay = stage === "sending" || stage === "paused" || stage === "stopped";
  return (
    <li className="flex min-w-0 items-center gap-3 py-1.5">
      <Thumbnail file={file} />
      <span className="flex min-w-0 flex-1 flex-col gap-1 text-ui">
        <span className="truncate font-medium">{file.name}</span>
        <span role="status" className="text-small text-muted tabular">
          {isOnItsWay ? `${byteText(sent)} of ${byteText(file.size)}` : byteText(file.size)}
          {stageWords[stage]}
        </span>
        {isOnItsWay && <Progress label={file.name} steps={{ done: sent, total: file.size }} />}
      </span>
      {stage === "sending" && (
        <IconButton label="Pause" icon={<Pause aria-hidden size={16} />} size="small" onClick={() => onPause(photo)} />
      )}
      {stage === "paused" && (
        <IconButton label="Go on" icon={<Play aria-hidden size={16} />} size="small" onClick={() => onGoOn(photo)} />
      )}
      {stage === "stopped" && (
        <IconButton
          label="Try again"
          icon={<RotateCw aria-hidden size={16} />}
          size="small"
          onClick={() => onGoOn(photo)}
        />
      )}
      <Button size="small" variant="quiet" onClick={() => onRemove(photo)}>
        {isOnItsWay ? "Cancel" : "Remove"}
      </Button>
    </li>
  );
}

/** What is no image is shown as one that cannot be shown. */
function Thumbnail({ file }: { file: File }) {
  const address = useDecodedAddress(file);
  return (
    <span className="flex size-14 shrink-0 items-center justify-center rounded-control bg-canvas text-faint">
      {address === "unreadable" && <ImageOff aria-hidden size={18} />}
      {address !== null && address !== "unreadable" && (
        <img src={address} alt="" className="size-14 rounded-control object-contain" />
      )}
    </span>
  );
}

/** Larger files are not decoded for a small picture of them; a tablet would run out of memory over a batch. */
const decodedBytesAtMost = 30_000_000;

/** An address of a file that the browser can draw; null until it is known. */
function useDecodedAddress(file: File): string | "unreadable" | null {
  const [address, setAddress] = useState<string | null>(null);
  // Connects the file to an address the page can show, and gives the address back.
  useEffect(() => {
    if (file.size > decodedBytesAtMost) return setAddress("unreadable");
    const made = URL.createObjectURL(file);
    let isCurrent = true;
    const show = (known: string) => isCurrent && setAddress(known);
    const probe = new Image();
    probe.src = made;
    probe.decode().then(
      () => show(made),
      () => show("unreadable"),
    );
    return () => {
      isCurrent = false;
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address;
}
