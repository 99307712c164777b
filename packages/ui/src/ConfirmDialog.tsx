import { type ReactNode, useState } from "react";
import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { type Answers, ConfirmQuestions, missingAnswer } from "./ConfirmQuestions.tsx";
import { Dialog } from "./Dialog.tsx";
import type { SelectOption } from "./SelectField.tsx";

export type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  /** Names the thing and the amount: "Refund 240 credits to mara@example.com?" */
  title: ReactNode;
  /** What will follow: the effects, one a line. */
  children?: ReactNode;
  /** A verb with its object, never "OK": "Suspend account". */
  confirmLabel: string;
  /** The safe way out, a verb too: "Keep account active". It has the focus when the dialog opens. */
  cancelLabel: string;
  isDangerous?: boolean;
  /** Reasons to choose from; with them a reason is required, and a note may be added. */
  reasons?: readonly SelectOption[];
  /** What has to be typed, letter by letter, for what is hard to take back. */
  typedTarget?: string;
  /** Does it. While the promise runs the dialog stays; when it ends well the dialog closes. */
  onConfirm: (answers: Answers) => Promise<void>;
  /** A failure in words, shown here and nowhere else; null lets it rise. */
  explainFailure: (error: unknown) => string | null;
};

/** Asks before something that cannot simply be undone. What can be undone is not asked about: it gets a hold. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose } = props;
  // The inside is made anew at each opening, so no answer of last time is left in it.
  return isOpen ? <OpenConfirmDialog {...props} onClose={onClose} /> : null;
}

function OpenConfirmDialog(props: ConfirmDialogProps) {
  const { onClose, title, children, confirmLabel, cancelLabel, isDangerous = false, reasons, typedTarget } = props;
  const [answers, setAnswers] = useState<Answers>({ reason: "", note: "", typed: "" });
  const { isPending, failure, confirm } = useConfirm(props, answers);
  const missing = missingAnswer(answers, { hasReasons: reasons !== undefined, typedTarget });
  return (
    <Dialog
      isOpen
      isAlert
      onClose={() => !isPending && onClose()}
      title={title}
      actions={
        <>
          <Button autoFocus onClick={onClose} disabledReason={isPending ? "Wait until it is done" : undefined}>
            {cancelLabel}
          </Button>
          <Button
            variant={isDangerous ? "danger" : "primary"}
            isPending={isPending}
            disabledReason={missing ?? undefined}
            onClick={confirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children && <div className="text-ui font-normal text-muted">{children}</div>}
        <ConfirmQuestions {...{ answers, reasons, typedTarget }} onChange={setAnswers} />
        {failure && <Banner tone="bad" title={failure} />}
      </div>
    </Dialog>
  );
}

function useConfirm({ onConfirm, onClose, explainFailure }: ConfirmDialogProps, answers: Answers) {
  const [state, setState] = useState<{ isPending: boolean; failure: string | null }>({
    isPending: false,
    failure: null,
  });
  const confirm = async () => {
    setState({ isPending: true, failure: null });
    try {
      await onConfirm(answers);
      onClose();
    } catch (error) {
      const failure = explainFailure(error);
      // Thrown inside the update, a bug reaches the error page; thrown here, it would reach nobody.
      setState(() => {
        if (failure === null) throw error;
        return { isPending: false, failure };
      });
    }
  };
  return { ...state, confirm };
}
