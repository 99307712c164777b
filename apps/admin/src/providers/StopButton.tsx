import type { KillSwitchKind, KillSwitchView } from "@covenant/domain";
import { Button } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { meetsWords, stopReasons } from "./provider-words.ts";
import { useStop } from "./use-stop.ts";

type StopButtonProps = { kind: KillSwitchKind; target: string; stopped: KillSwitchView | null };

/** Stops a provider, a model or a storefront, after saying what that meets; or lets it run again. */
export function StopButton({ kind, target, stopped }: StopButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const missing = reasonWithout(useStaff(), "provider.stop");
  const { stop, lift } = useStop();
  const preview = useQuery(api.routing.previewStop.queryOptions(isAsking ? { kind, target } : skipToken));
  if (stopped !== null) return <LiftButton {...{ stopped, missing, lift }} />;
  return (
    <>
      <Button size="small" disabledReason={missing} aria-label={`Stop ${target}`} onClick={() => setAsking(true)}>
        Stop
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Stop ${target}?`}
        confirmLabel={`Stop ${target}`}
        cancelLabel="Let it run"
        isDangerous
        reasons={stopReasons}
        typedTarget={target}
        onConfirm={({ reason, note }) => stop({ kind, target, reason, note })}
        explainFailure={(error) => presentFailure(error).title}
      >
        {meetsWords(kind, preview.data)}
      </ConfirmDialog>
    </>
  );
}

type LiftButtonProps = {
  stopped: KillSwitchView;
  missing: string | undefined;
  lift: ReturnType<typeof useStop>["lift"];
};

function LiftButton({ stopped, missing, lift }: LiftButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const { target, reason, setAt } = stopped;
  return (
    <>
      <Button size="small" disabledReason={missing} aria-label={`Let ${target} run`} onClick={() => setAsking(true)}>
        Let it run
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Let ${target} run again?`}
        confirmLabel={`Let ${target} run`}
        cancelLabel="Keep it stopped"
        onConfirm={() => lift(stopped)}
        explainFailure={(error) => presentFailure(error).title}
      >
        Stopped on {setAt.slice(0, 16).replace("T", " ")} UTC: {reason}
      </ConfirmDialog>
    </>
  );
}
