import { useState } from "react";
import { Code, CodeBlock } from "../Code.tsx";
import { CopyField } from "../CopyField.tsx";
import { byteText } from "../check-file.ts";
import { Disclosure } from "../Disclosure.tsx";
import { FileDrop } from "../FileDrop.tsx";
import { KeyValue } from "../KeyValue.tsx";
import { RelativeTime } from "../RelativeTime.tsx";
import { Stack } from "../Stack.tsx";
import { Specimen } from "./Specimen.tsx";

const opened = Date.now();
const minuteMs = 60_000;
const accept = ["image/png", "image/jpeg", "image/webp"] as const;
const request = `curl https://api.example.com/v1/images \\
  -H "Authorization: Bearer $KEY" \\
  -d '{"model":"sketch-2","prompt":"A chair of oak"}'`;

/** What is read, copied and brought along. */
export function KitContent() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const preview = files.map((file) => (
    <p key={file.name} className="text-small text-muted tabular">
      {file.name}, {byteText(file.size)}
    </p>
  ));
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <Specimen title="Facts and times">
        <KeyValue
          facts={[
            { label: "Id", value: <Code>gen_01J9Z4M8QX</Code> },
            { label: "Started", value: <RelativeTime at={opened - 3 * minuteMs} /> },
            { label: "Deleted", value: <RelativeTime at={opened + 58.5 * minuteMs} /> },
            { label: "Placed", value: <RelativeTime at="2026-01-19T09:05:00Z" /> },
            { label: "Total", value: "EUR 1,024.00" },
          ]}
        />
      </Specimen>
      <Specimen title="Values to take away">
        <Stack>
          <CopyField label="Secret key" isShownOnce value="sk_live_8wq2m4k9a7Q2M4K9AxYb31Zz" />
          <CodeBlock label="Shell" code={request} />
          <Disclosure title="Technical details">The answer came after 1.2 s, from the second route.</Disclosure>
        </Stack>
      </Specimen>
      <Specimen title="Files">
        <Stack gap="wide">
          <FileDrop label="Source picture" accept={accept} maxBytes={20_000_000} onFiles={setFiles} preview={preview} />
          <FileDrop
            label="Second view"
            accept={accept}
            onFiles={setFiles}
            errors={["This model needs a second view."]}
          />
        </Stack>
      </Specimen>
      <Specimen title="Files, not now">
        <FileDrop
          label="Source picture"
          accept={accept}
          onFiles={setFiles}
          disabledReason="Wait until the first one is sent."
        />
      </Specimen>
    </div>
  );
}
