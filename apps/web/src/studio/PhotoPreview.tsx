import { byteText } from "@covenant/ui";
import { ImageOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { PhotoStage } from "./use-photo.ts";

const stageWords = { here: "", sending: ", being checked", sent: ", checked" } as const satisfies Record<
  PhotoStage,
  string
>;

/** The chosen photo, from this machine, and how far it is. What is no image is shown as one that cannot be shown. */
export function PhotoPreview({ photo, stage }: { photo: File; stage: PhotoStage }) {
  const address = useDecodedAddress(photo);
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="flex size-20 shrink-0 items-center justify-center rounded-control bg-canvas text-faint">
        {address === "unreadable" && <ImageOff aria-hidden size={20} />}
        {address !== null && address !== "unreadable" && (
          <img src={address} alt="" className="size-20 rounded-control object-contain" />
        )}
      </span>
      <span className="flex min-w-0 flex-col text-ui">
        <span className="truncate font-medium">{photo.name}</span>
        <span role="status" className="text-small text-muted tabular">
          {byteText(photo.size)}
          {stageWords[stage]}
        </span>
      </span>
    </span>
  );
}

/** An address of a file that the browser can draw; null until it is known. */
function useDecodedAddress(photo: File): string | "unreadable" | null {
  const [address, setAddress] = useState<string | null>(null);
  // Connects the file to an address the page can show, and gives the address back.
  useEffect(() => {
    const made = URL.createObjectURL(photo);
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
  }, [photo]);
  return address;
}
