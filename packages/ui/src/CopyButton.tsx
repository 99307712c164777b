import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./IconButton.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

const confirmedMs = 1600;

/** Copies a value and says so, with a tick and to a screen reader. */
export function CopyButton({ value, label = "Copy" }: { value: string; label?: string }) {
  const { isCopied, copy } = useCopy(value);
  return (
    <span className="inline-flex">
      <IconButton
        size="small"
        label={isCopied ? "Copied" : label}
        icon={isCopied ? <Check size={14} className="text-ok" /> : <Copy size={14} />}
        onClick={copy}
      />
      <span role="status">{isCopied && <VisuallyHidden>Copied</VisuallyHidden>}</span>
    </span>
  );
}

/** Copies to the clipboard; `isCopied` is true for a moment afterwards. */
export function useCopy(value: string) {
  const [copies, setCopies] = useState(0);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (copies === 0) return;
    setCopied(true);
    const timer = window.setTimeout(() => setCopied(false), confirmedMs);
    return () => window.clearTimeout(timer);
  }, [copies]);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopies((count) => count + 1);
  };
  return { isCopied, copy };
}
