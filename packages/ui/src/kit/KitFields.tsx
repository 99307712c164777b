import { useState } from "react";
import { Badge } from "../Badge.tsx";
import { CheckboxField } from "../CheckboxField.tsx";
import { DateField } from "../DateField.tsx";
import { MomentField } from "../MomentField.tsx";
import { NumberField } from "../NumberField.tsx";
import { type RadioCard, RadioCards } from "../RadioCards.tsx";
import { SelectField } from "../SelectField.tsx";
import { TextArea } from "../TextArea.tsx";
import { TextField } from "../TextField.tsx";
import { Specimen } from "./Specimen.tsx";

const formats = [
  { value: "glb", label: "GLB" },
  { value: "stl", label: "STL" },
  { value: "obj", label: "OBJ, not for this model", isDisabled: true },
] as const;

const tiers: readonly RadioCard[] = [
  { value: "draft", label: "Draft", detail: "For a first look", figure: "10–20 s" },
  {
    value: "standard",
    label: "Standard",
    detail: "For the web and games",
    figure: "20–35 s",
    badge: <Badge>Usual</Badge>,
  },
  { value: "high", label: "High", detail: "For close shots", figure: "1–2 min" },
  { value: "ultra", label: "Ultra", figure: "3–5 min", disabledReason: "Needs a larger source picture" },
];

const initial = {
  title: "Oak chair",
  note: "",
  copies: 2,
  day: "2026-11-21",
  moment: "2026-11-21T14:05",
  format: "glb",
  agrees: true,
  tier: "standard",
};

/** What is filled in, in every state a field can have. */
export function KitFields() {
  const [values, setValues] = useState(initial);
  const set =
    <Key extends keyof typeof initial>(key: Key) =>
    (value: (typeof initial)[Key]) =>
      setValues((previous) => ({ ...previous, [key]: value }));
  const title = { value: values.title, onChange: set("title") };
  return (
    <Specimen title="Fields" detail="At rest, with a hint, invalid, read-only, not now.">
      <div className="grid gap-x-6 gap-y-5 md:grid-cols-3">
        <TextField label="Title" hint="Shown in your history." {...title} />
        <TextField
          label="Title"
          error="Give it a title of at most 80 characters."
          {...title}
          value=""
          placeholder="Untitled"
        />
        <TextField label="Model id" isCode isReadOnly {...title} value="mdl_01J9Z4M8" />
        <SelectField label="Format" options={formats} value={values.format} onChange={set("format")} />
        <SelectField
          label="Format"
          options={formats}
          value=""
          placeholder="Choose a format"
          error="Choose a format."
          onChange={set("format")}
        />
        <TextField label="Region" disabledReason="Your plan has one region." {...title} value="Europe" />
        <NumberField
          label="Copies"
          unit="pieces"
          min={1}
          value={values.copies}
          onChange={(copies) => set("copies")(copies ?? 1)}
        />
        <DateField label="Not before" isOptional value={values.day} onChange={set("day")} />
        <MomentField label="Arrived" value={values.moment} onChange={set("moment")} />
        <div className="flex flex-col gap-3">
          <CheckboxField
            label="Keep the source picture"
            hint="It is deleted after 3 hours otherwise."
            value={values.agrees}
            onChange={set("agrees")}
          />
          <CheckboxField
            label="I have read this"
            error="Read it first, then tick here."
            value={false}
            onChange={() => undefined}
          />
          <CheckboxField
            label="Share by link"
            disabledReason="Links are off for this account."
            value
            onChange={() => undefined}
          />
        </div>
        <div className="md:col-span-3">
          <TextArea
            label="Prompt"
            maxLength={600}
            value={values.note}
            onChange={set("note")}
            placeholder="A chair of oak, worn at the arms"
          />
        </div>
        <div className="md:col-span-3">
          <RadioCards label="Fidelity" columns={4} cards={tiers} value={values.tier} onChange={set("tier")} />
        </div>
      </div>
    </Specimen>
  );
}
