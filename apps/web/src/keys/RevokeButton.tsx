import type { ApiKeyView } from "@covenant/domain";
import { Button } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

/** Ends a key, after asking: programs that use it fail from the next call on. */
export function RevokeButton({ apiKey }: { apiKey: ApiKeyView }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const revoke = useMutation(
    api.keys.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.keys.list.queryKey() }),
    }),
  );
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Revoke "${apiKey.name}"?`}
        confirmLabel="Revoke key"
        cancelLabel="Keep key"
        isDangerous
        onConfirm={async () => {
          await revoke.mutateAsync({ apiKeyId: apiKey.id });
        }}
        explainFailure={(error) => presentFailure(error).title}
      >
        Programs that use it are refused from their next call on. It cannot be taken back.
      </ConfirmDialog>
    </>
  );
}
