import { PickedField, type PickedFieldProps } from "./PickedField.tsx";

export type MomentFieldProps = Omit<PickedFieldProps, "autoComplete">;

/**
 * A day and a minute of the reader's own zone, "2026-11-21T14:05", picked with the platform's own calendar and clock.
 * `readLocalMoment` makes of it what can be sent.
 */
export function MomentField(props: MomentFieldProps) {
  return <PickedField type="datetime-local" {...props} />;
}
