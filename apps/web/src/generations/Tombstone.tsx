import type { ArtifactView } from "@covenant/domain";
import { Card, exactTime, KeyValue } from "@covenant/ui";

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
          <Card key={id} title={`Deletion receipt, ${format.toUpperCase()}`}>
            <KeyValue
              facts={[
                { label: "Receipt", value: <code className="text-mono wrap-anywhere">{receipt.receiptId}</code> },
                { label: "Why", value: causes[receipt.cause] },
                { label: "Key destroyed", value: exactTime(receipt.keyDestroyedAt) },
                {
                  label: "Bytes deleted",
                  value: receipt.bytesDeletedAt === null ? "under way" : exactTime(receipt.bytesDeletedAt),
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
