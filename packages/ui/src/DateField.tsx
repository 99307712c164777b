import { PickedField, type PickedFieldProps } from "./PickedField.tsx";

export type DateFieldProps = PickedFieldProps;

/** A calendar date, "2026-11-21", without time or zone; picked with the platform's own calendar. */
export function DateField(props: DateFieldProps) {
  return <PickedField type="date" {...props} />;
}
