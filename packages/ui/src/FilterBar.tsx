import { ChevronDown, Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Kbd } from "./Kbd.tsx";
import { isUntold, textAt, withValue } from "./paused-text.ts";
import type { SelectOption } from "./SelectField.tsx";
import { useShortcuts } from "./use-shortcuts.ts";

/** One way to narrow a list. Filters are constants of a module; their values live in the URL. */
export type Filter<Id extends string = string> =
  | { kind: "search"; id: Id; label: string }
  | { kind: "choice"; id: Id; label: string; anyLabel: string; options: readonly SelectOption[] }
  | { kind: "date"; id: Id; label: string };

/** What is filtered by. A filter that is off is absent, so a link to a list carries only what narrows it. */
export type FilterValues<Id extends string = string> = { readonly [Key in Id]?: string };

type FilterBarProps<Id extends string> = {
  filters: readonly Filter<Id>[];
  values: FilterValues<Id>;
  onChange: (values: FilterValues<Id>) => void;
};

const controlStyle =
  "h-control-small rounded-control border bg-surface text-ui transition-colors hover:border-border-strong focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus";

/** The filters of a list in one line. Typing is heard when it pauses, choices at once. */
export function FilterBar<Id extends string>({ filters, values, onChange }: FilterBarProps<Id>) {
  const isFiltered = filters.some(({ id }) => values[id]);
  return (
    <search className="flex flex-wrap items-center gap-2">
      {filters.map((filter) => {
        const value = values[filter.id] ?? "";
        const change = (next: string) => onChange(withFilter(values, filter.id, next));
        return <FilterControl key={filter.id} {...{ filter, value }} onChange={change} />;
      })}
      {isFiltered && (
        <Button variant="quiet" size="small" icon={<X size={14} />} onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </search>
  );
}

/** The values with one filter set, or taken out when its value is empty. */
export function withFilter<Id extends string>(values: FilterValues<Id>, id: Id, value: string): FilterValues<Id> {
  const { [id]: _previous, ...others } = values;
  return (value === "" ? others : { ...others, [id]: value }) as FilterValues<Id>;
}

type FilterControlProps = { filter: Filter; value: string; onChange: (value: string) => void };

function FilterControl({ filter, value, onChange }: FilterControlProps) {
  switch (filter.kind) {
    case "search":
      return <SearchControl label={filter.label} value={value} onChange={onChange} />;
    case "choice":
      return <ChoiceControl filter={filter} value={value} onChange={onChange} />;
    case "date":
      return (
        <label className="flex items-center gap-2 text-ui font-normal text-muted">
          {filter.label}
          <input
            type="date"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={classes(controlStyle, "px-2 text-text tabular")}
          />
        </label>
      );
  }
}

type ChoiceControlProps = Omit<FilterControlProps, "filter"> & { filter: Extract<Filter, { kind: "choice" }> };

function ChoiceControl({ filter, value, onChange }: ChoiceControlProps) {
  return (
    <span className="relative flex">
      <select
        aria-label={filter.label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classes(controlStyle, "appearance-none pr-8 pl-3", value ? "border-accent" : "text-muted")}
      >
        <option value="">{filter.anyLabel}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted"
      />
    </span>
  );
}

const pauseMs = 250;

function SearchControl({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = usePaused(value, onChange);
  useShortcuts([{ keys: "/", label, group: "List", run: () => input.current?.focus() }]);
  return (
    <span className="relative flex min-w-40 flex-1 sm:max-w-72">
      <Search aria-hidden size={14} className="pointer-events-none absolute inset-y-0 left-3 my-auto text-muted" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={classes(
          controlStyle,
          "peer w-full pr-9 pl-8 placeholder:text-faint [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 hidden items-center peer-placeholder-shown:flex peer-focus:hidden pointer-coarse:hidden">
        <Kbd keys="/" />
      </span>
    </span>
  );
}

/** A value that follows what is typed at once and tells others when the typing pauses. */
function usePaused(value: string, onPause: (value: string) => void) {
  const [text, setText] = useState(textAt(value));
  if (text.from !== value) setText(withValue(text, value));
  const pause = useRef(onPause);
  useEffect(() => {
    pause.current = onPause;
  });
  // Connects to the clock; a further key press lets go of the timer of the one before.
  useEffect(() => {
    if (!isUntold(text)) return;
    const timer = window.setTimeout(() => {
      setText((now) => ({ ...now, told: text.typed }));
      pause.current(text.typed);
    }, pauseMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  return [text.typed, (typed: string) => setText((now) => ({ ...now, typed }))] as const;
}
