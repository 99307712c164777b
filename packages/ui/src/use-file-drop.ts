import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { checkFile, type FileProblem, type FileRules } from "./check-file.ts";

type FileDropOptions = { rules: FileRules; isMultiple: boolean; onFiles: (files: readonly File[]) => void };

/** Files by choosing, dropping and pasting, checked before anyone hears of them. */
export function useFileDrop({ rules, isMultiple, onFiles }: FileDropOptions) {
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const [isOver, setOver] = useState(false);
  // Entering a child leaves its parent, so the depth is counted and the mark does not flicker.
  const depth = useRef(0);

  const take = (offered: Iterable<File>) => {
    const files = [...offered].slice(0, isMultiple ? undefined : 1);
    setProblems(files.map((file) => checkFile(file, rules)).filter((problem) => problem !== null));
    const sound = files.filter((file) => checkFile(file, rules) === null);
    if (sound.length > 0) onFiles(sound);
  };
  const enter = (step: 1 | -1) => {
    depth.current += step;
    setOver(depth.current > 0);
  };
  const zone = {
    onDragEnter: () => enter(1),
    onDragLeave: () => enter(-1),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      take(event.dataTransfer.files);
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length > 0) take(event.clipboardData.files);
    },
  };
  return { problems, isOver, zone, take };
}
