import { noteMost } from "@covenant/domain";
import { withFieldGroup } from "@covenant/ui/form";
import { EditPreview, type EditPreviewProps } from "./EditPreview.tsx";

type EditTailProps = EditPreviewProps & {
  /** What it means that the thing is enabled. */
  enabledLabel: string;
  isReadOnly: boolean;
};

const props: EditTailProps = {
  enabledLabel: "",
  isReadOnly: true,
  preview: { data: undefined, error: null, refetch: () => undefined },
};

/** The end of every form that edits the registry: whether the thing is in use, what the edit would do, and why. */
export const EditTail = withFieldGroup({
  defaultValues: { enabled: false, note: "" },
  props,
  render: ({ group, enabledLabel, isReadOnly, preview }) => (
    <>
      <group.AppField name="enabled">
        {(field) => <field.CheckboxField label={enabledLabel} isReadOnly={isReadOnly} />}
      </group.AppField>
      <EditPreview preview={preview} />
      <group.AppField name="note">
        {(field) => <field.TextArea label="Why" maxLength={noteMost} isReadOnly={isReadOnly} />}
      </group.AppField>
    </>
  ),
});

/** Both are called so in every such form. */
export const tailFields = { enabled: "enabled", note: "note" } as const;
