import type { ArtifactView, GenerationId } from "@covenant/domain";
import { Badge, Button, byteText, LinkButton, RelativeTime, VisuallyHidden } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

type DownloadBarProps = { generationId: GenerationId; artifacts: readonly ArtifactView[] };

/** Each file to download, until when it is there, and a way to be rid of it now. */
export function DownloadBar({ generationId, artifacts }: DownloadBarProps) {
  const [isAsking, setAsking] = useState(false);
  // Each file's time runs from its own first download: the page says when the first of them goes.
  const keepUntil = artifacts.flatMap((artifact) => artifact.keepUntil ?? []).sort()[0] ?? null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {artifacts.map((artifact) => (
        <LinkButton
          key={artifact.id}
          href={artifact.downloadUrl ?? ""}
          download
          variant="primary"
          icon={<Download size={16} />}
        >
          <VisuallyHidden>Download</VisuallyHidden> {artifact.format.toUpperCase()}{" "}
          <span className="font-normal opacity-70">{byteText(artifact.bytes)}</span>
        </LinkButton>
      ))}
      <Button icon={<Trash2 size={16} />} onClick={() => setAsking(true)}>
        Delete now
      </Button>
      <span className="ml-auto">
        <Badge>{keepUntil === null ? "Kept until you delete it" : <Countdown until={keepUntil} />}</Badge>
      </span>
      <DeleteDialog {...{ generationId, artifacts, isAsking, setAsking }} />
    </div>
  );
}

function Countdown({ until }: { until: string }) {
  return (
    <>
      Deleted <RelativeTime at={until} />
    </>
  );
}

type DeleteDialogProps = DownloadBarProps & { isAsking: boolean; setAsking: (isAsking: boolean) => void };

function DeleteDialog({ generationId, artifacts, isAsking, setAsking }: DeleteDialogProps) {
  const queryClient = useQueryClient();
  const purge = useMutation(api.artifacts.purge.mutationOptions());
  const remove = async () => {
    for (const { id } of artifacts) await purge.mutateAsync({ artifactId: id });
    await queryClient.invalidateQueries({ queryKey: api.generations.get.queryKey({ generationId }) });
  };
  return (
    <ConfirmDialog
      isOpen={isAsking}
      onClose={() => setAsking(false)}
      title={`Delete ${artifacts.length === 1 ? "this file" : `these ${artifacts.length} files`} for good?`}
      confirmLabel="Delete now"
      cancelLabel="Keep"
      isDangerous
      onConfirm={remove}
      explainFailure={(error) => presentFailure(error).title}
    >
      The key is destroyed first, so no copy can ever be read again. A photo it was made of goes too. Credits are not
      returned.
    </ConfirmDialog>
  );
}
