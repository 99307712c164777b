import { CircleAlert, Upload } from "lucide-react";
import { type ReactNode, useId } from "react";
import { acceptText, byteText, describeFileProblem, type FileRules } from "./check-file.ts";
import { classes } from "./classes.ts";
import { useFileDrop } from "./use-file-drop.ts";

type FileDropProps = {
  label: string;
  accept: readonly string[];
  maxBytes?: number;
  isMultiple?: boolean;
  onFiles: (files: readonly File[]) => void;
  /** What was chosen so far; stands above the place to choose more. */
  preview?: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the choice: "Choose a photo first", or a sentence for each file that was refused. */
  errors?: readonly string[] | undefined;
  disabledReason?: string | undefined;
};

/**
 * Files from the person's machine: chosen with a native button, dropped, or pasted while it has the focus. The native
 * input keeps the keyboard and the phone's camera.
 */
export function FileDrop(props: FileDropProps) {
  const { label, accept, maxBytes, isMultiple = false, onFiles, preview, errors = [], disabledReason } = props;
  const id = useId();
  const rules: FileRules = { accept, maxBytes };
  const { problems, isOver, zone, take } = useFileDrop({ rules, isMultiple, onFiles });
  const messages = [...problems.map((problem) => describeFileProblem(problem, rules)), ...errors];
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={`${id}-label`} className="text-ui font-medium">
        {label}
      </span>
      {preview}
      <label
        {...(disabledReason === undefined && zone)}
        className={classes(
          "relative flex min-h-28 flex-col items-center justify-center gap-1.5 rounded-card border border-dashed px-4 py-5 text-center text-ui transition-colors",
          "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:bg-sunken has-disabled:text-muted",
          zoneLook(isOver, messages.length > 0),
        )}
      >
        <input
          type="file"
          accept={accept.join(",")}
          multiple={isMultiple}
          disabled={disabledReason !== undefined}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-rules ${id}-problems`}
          aria-invalid={messages.length > 0 || undefined}
          onChange={(event) => {
            take(event.target.files ?? []);
            // The same file chosen again after a correction must be heard again.
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer appearance-none opacity-0 disabled:cursor-not-allowed"
        />
        <Upload aria-hidden size={20} className="text-muted" />
        <span className="font-medium">{isOver ? "Drop to add" : invitation(isMultiple)}</span>
        <span id={`${id}-rules`} className="text-small text-muted">
          {disabledReason ?? props.hint ?? rulesText(rules)}
        </span>
      </label>
      <div id={`${id}-problems`} role="status" className="flex flex-col gap-1 empty:hidden">
        {messages.map((message) => (
          <p key={message} className="flex items-start gap-1.5 text-small text-bad">
            <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}

function invitation(isMultiple: boolean): string {
  return isMultiple ? "Choose files, drop them here, or paste them" : "Choose a file, drop it here, or paste it";
}

function zoneLook(isOver: boolean, isInvalid: boolean): string {
  if (isOver) return "border-accent bg-accent-soft";
  return classes("bg-surface hover:bg-hover", isInvalid ? "border-bad" : "border-border-strong");
}

function rulesText({ accept, maxBytes }: FileRules): string {
  const kinds = accept.length > 0 ? acceptText(accept) : "Any file";
  return maxBytes === undefined ? kinds : `${kinds}, up to ${byteText(maxBytes)}`;
}
