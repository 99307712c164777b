import { CheckboxField, type CheckboxFieldProps } from "./CheckboxField.tsx";
import { DateField, type DateFieldProps } from "./DateField.tsx";
import { useFieldContext } from "./form-context.ts";
import { MomentField, type MomentFieldProps } from "./MomentField.tsx";
import { NumberField, type NumberFieldProps } from "./NumberField.tsx";
import { RadioCards, type RadioCardsProps } from "./RadioCards.tsx";
import { SelectField, type SelectFieldProps } from "./SelectField.tsx";
import { TextArea, type TextAreaProps } from "./TextArea.tsx";
import { TextField, type TextFieldProps } from "./TextField.tsx";

// What the form itself knows about a field, a page does not say again.
type Bound<Props> = Omit<Props, "value" | "onChange" | "onBlur" | "name" | "error">;

/** The fields a form shell offers as `field.TextField` and so on, tied to the value and the error of their name. */
export const boundFields = {
  TextField: (props: Bound<TextFieldProps>) => <TextField {...props} {...useBinding<string>()} />,
  TextArea: (props: Bound<TextAreaProps>) => <TextArea {...props} {...useBinding<string>()} />,
  NumberField: (props: Bound<NumberFieldProps>) => <NumberField {...props} {...useBinding<number | null>()} />,
  DateField: (props: Bound<DateFieldProps>) => <DateField {...props} {...useBinding<string>()} />,
  MomentField: (props: Bound<MomentFieldProps>) => <MomentField {...props} {...useBinding<string>()} />,
  SelectField: <Value extends string>(props: Bound<SelectFieldProps<Value>>) => (
    <SelectField {...props} {...useBinding<Value>()} />
  ),
  CheckboxField: (props: Bound<CheckboxFieldProps>) => <CheckboxField {...props} {...useBinding<boolean>()} />,
  RadioCards: <Value extends string>(props: Bound<RadioCardsProps<Value>>) => (
    <RadioCards {...props} {...useRadioBinding<Value>()} />
  ),
};

function useBinding<Value>() {
  const field = useFieldContext<Value>();
  return {
    name: field.name,
    value: field.state.value,
    error: firstMessage(field.state.meta.errors),
    onChange: (value: Value) => {
      // What the server said was about the value before this one.
      field.setMeta((meta) => ({ ...meta, errorMap: { ...meta.errorMap, onServer: undefined } }));
      field.handleChange(value);
    },
    onBlur: field.handleBlur,
  };
}

function useRadioBinding<Value>() {
  const { onBlur: _blursByCard, ...binding } = useBinding<Value>();
  return binding;
}

/** The first error of a field in words; schemas give issues, servers give sentences. */
export function firstMessage(errors: readonly unknown[]): string | undefined {
  const [first] = errors.filter(Boolean);
  if (typeof first === "string") return first;
  if (typeof first === "object" && first !== null && "message" in first) return String(first.message);
  return undefined;
}
