import { SelectField, type SelectOption } from "./SelectField.tsx";
import { TextArea } from "./TextArea.tsx";
import { TextField } from "./TextField.tsx";

/** What the person said before confirming. Empty strings where nothing was asked. */
export type Answers = { reason: string; note: string; typed: string };

type ConfirmQuestionsProps = {
  answers: Answers;
  onChange: (answers: Answers) => void;
  reasons: readonly SelectOption[] | undefined;
  typedTarget: string | undefined;
};

/** The questions of a confirmation: why, and the name of what it is done to. */
export function ConfirmQuestions({ answers, onChange, reasons, typedTarget }: ConfirmQuestionsProps) {
  return (
    <>
      {reasons && (
        <>
          <SelectField
            label="Reason"
            placeholder="Choose a reason"
            options={reasons}
            value={answers.reason}
            onChange={(reason) => onChange({ ...answers, reason })}
          />
          <TextArea
            label="Note"
            isOptional
            rows={2}
            value={answers.note}
            onChange={(note) => onChange({ ...answers, note })}
          />
        </>
      )}
      {typedTarget !== undefined && (
        <TextField
          label={`Type ${typedTarget} to confirm`}
          isCode
          autoComplete="off"
          spellCheck={false}
          value={answers.typed}
          onChange={(typed) => onChange({ ...answers, typed })}
        />
      )}
    </>
  );
}

/** What is still to be answered, in words, or null when everything is. */
export function missingAnswer(
  answers: Answers,
  asked: { hasReasons: boolean; typedTarget: string | undefined },
): string | null {
  if (asked.hasReasons && answers.reason === "") return "Choose a reason first";
  if (asked.typedTarget !== undefined && answers.typed !== asked.typedTarget) return `Type ${asked.typedTarget} first`;
  return null;
}
