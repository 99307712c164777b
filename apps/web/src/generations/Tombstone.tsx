import type { ArtifactView } from "@covenant/domain";
import { Card, exactTime, KeyValue, LinkButton } from "@covenant/ui";
import { Download } from "lucide-react";
import { receiptFile } from "./receipt-file.ts";

const causes = {
  "window-ended": "its time was over, as promised",
  "member-request": "you asked for it",
  "staff-decision": "a decision of the staff",
} as const;

/** Files that are gone, with the receipts that prove it. */
export function Tombstone({ artifacts }: { artifacts: readonly ArtifactView[] }) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex min-h-40 items-center justify-center rounded-card border border-dashed p-6 text-center text-muted">
        The files of this generation are gone. What remains is this entry and its receipts.
      </div>
      {artifacts.map(({ id, format, receipt }) =>
        receipt === null ? null : (
          <Card
            key={id}
            title={`Deletion receipt, ${format.toUpperCase()}`}
            actions={receipt.signed !== null && <SaveReceipt id={receipt.receiptId} signed={receipt.signed} />}
          >
            <KeyValue
              facts={[
                { label: "Receipt", value: <code className="text-mono wrap-anywhere">{receipt.receiptId}</code> },
                { label: "Why", value: causes[receipt.cause] },
                { label: "Key destroyed", value: exactTime(receipt.keyDestroyedAt) },
                {
                  label: "Bytes deleted",
                  value: receipt.bytesDeletedAt === null ? "under way" : exactTime(receipt.bytesDeletedAt),
                },
                {
                  label: "Signed",
                  value: receipt.signed === null ? "once its bytes are deleted" : "by us, for you to keep",
                },
                { label: "SHA-256 it had", value: <code className="text-mono wrap-anywhere">{receipt.sha256}</code> },
              ]}
            />
          </Card>
        ),
      )}
    </div>
  );
}

/** The receipt as a file, which stays proof when this entry is gone too. */
function SaveReceipt({ id, signed }: { id: string; signed: string }) {
  const file = receiptFile(signed, window.location.origin);
  return (
    <LinkButton
      href={`data:application/json;charset=utf-8,${encodeURIComponent(file)}`}
      download={`${id}.json`}
      size="small"
      icon={<Download size={16} />}
    >
      Save receipt
    </LinkButton>
  );
}
