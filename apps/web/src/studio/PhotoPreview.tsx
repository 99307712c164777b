import { byteText } from "@covenant/ui";
import { useEffect, useState } from "react";

/** The chosen photo, from this machine: nothing has been sent yet. */
export function PhotoPreview({ photo }: { photo: File }) {
  const [address, setAddress] = useState<string | null>(null);
  // Connects the file to an address the page can show, and gives the address back.
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <span className="flex min-w-0 items-center gap-3">
      {address !== null && <img src={address} alt="" className="size-20 rounded-control bg-canvas object-contain" />}
      <span className="flex min-w-0 flex-col text-ui">
        <span className="truncate font-medium">{photo.name}</span>
        <span className="text-small text-muted tabular">{byteText(photo.size)}</span>
      </span>
    </span>
  );
}
