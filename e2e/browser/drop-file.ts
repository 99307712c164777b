import type { Locator } from "playwright-core";

type DroppedFile = { name: string; type: string; bytes: Buffer };

/** Lets a file fall on a part of the page, as from the desktop. */
export async function dropFile(place: Locator, { name, type, bytes }: DroppedFile): Promise<void> {
  const dataTransfer = await place.evaluateHandle(
    (_, [fileName, fileType, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(content)], fileName, { type: fileType }));
      return carried;
    },
    [name, type, [...bytes]] as const,
  );
  for (const event of ["dragenter", "dragover", "drop"]) await place.dispatchEvent(event, { dataTransfer });
}
