/** What is typed into a field whose value lives elsewhere and is told of it when the typing pauses. */
export type PausedText = {
  typed: string;
  /** The value it was typed over. */
  from: string;
  /** What was told last; the value becomes it when whoever holds it has caught up. */
  told: string;
};

/** A field as it comes up. */
export function textAt(value: string): PausedText {
  return { typed: value, from: value, told: value };
}

/** The text once its value has changed: what was typed since it was told stays, another value takes its place. */
export function withValue(text: PausedText, value: string): PausedText {
  return value === text.told ? { ...text, from: value } : textAt(value);
}

/** Whether something was typed that nobody has been told of. */
export function isUntold({ typed, from, told }: PausedText): boolean {
  return typed !== from && typed !== told;
}
