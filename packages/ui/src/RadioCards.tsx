import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import { describedBy, FieldNotes, type FieldProps } from "./FieldFrame.tsx";

export type RadioCard<Value extends string = string> = {
  value: Value;
  label: string;
  detail?: ReactNode;
  /** Stands at the end of the first line, in tabular figures: a price, a time. */
  figure?: ReactNode;
  badge?: ReactNode;
  /** Why this one cannot be chosen; shown in place of the detail. */
  disabledReason?: string;
};

export type RadioCardsProps<Value extends string> = Omit<FieldProps, "isOptional" | "isReadOnly"> & {
  name?: string;
  cards: readonly RadioCard<Value>[];
  value: Value | "";
  onChange: (value: Value) => void;
  /** Cards beside each other where there is room. */
  columns?: 1 | 2 | 3 | 4;
};

const grids = {
  1: "",
  2: "@md:grid-cols-2",
  3: "@md:grid-cols-3",
  4: "@sm:grid-cols-2 @2xl:grid-cols-4",
} as const;

/** One of a few, each with room to say what it is and what it takes. Arrow keys move the choice, as in any radio group. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, error, disabledReason, cards, value, onChange, columns = 1 } = props;
  const id = useId();
  const name = props.name ?? id;
  const hint = disabledReason ?? props.hint;
  return (
    <fieldset
      disabled={disabledReason !== undefined}
      aria-describedby={describedBy(id, Boolean(hint), Boolean(error))}
      className="@container flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 text-ui font-medium">{label}</legend>
      <div className={classes("grid gap-2", grids[columns])}>
        {cards.map((card) => (
          <Card
            key={card.value}
            {...{ card, name }}
            isInvalid={Boolean(error)}
            isChosen={card.value === value}
            onChoose={() => onChange(card.value)}
          />
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

type CardProps = { card: RadioCard; name: string; isChosen: boolean; isInvalid: boolean; onChoose: () => void };

function Card({ card, name, isChosen, isInvalid, onChoose }: CardProps) {
  const detail = card.disabledReason ?? card.detail;
  return (
    <label
      className={classes(
        "relative flex gap-3 rounded-card border bg-surface p-3 transition-colors hover:border-border-strong",
        "has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-not-allowed has-disabled:border-border has-disabled:bg-sunken",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
      )}
    >
      <input
        type="radio"
        name={name}
        value={card.value}
        checked={isChosen}
        onChange={onChoose}
        disabled={card.disabledReason !== undefined}
        aria-invalid={isInvalid || undefined}
        className="mt-0.5 size-4 shrink-0 appearance-none rounded-pill border border-border-strong bg-surface outline-none checked:border-5 checked:border-accent disabled:border-border"
      />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2 text-ui">
          <span className={classes("font-medium", card.disabledReason && "text-muted")}>{card.label}</span>
          {card.badge}
          {card.figure && <span className="ml-auto text-muted tabular">{card.figure}</span>}
        </span>
        {detail && <span className="text-small text-muted">{detail}</span>}
      </span>
    </label>
  );
}
