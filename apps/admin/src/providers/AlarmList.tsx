import type { AlarmView } from "@covenant/domain";
import { Banner, Button, RelativeTime, TextLink } from "@covenant/ui";
import { ConfirmDialog } from "@covenant/ui/overlays";
import { showToast } from "@covenant/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { alarmWords, lookEveryMs } from "./provider-words.ts";

/** What staff have to see to at upstreams, each with what to do about it. It goes when it works again, or somebody says so. */
export function AlarmList() {
  const { data } = useQuery({ ...api.routing.alarms.queryOptions(), refetchInterval: lookEveryMs });
  return (data ?? []).map((alarm) => <Alarm key={alarm.id} alarm={alarm} />);
}

function Alarm({ alarm }: { alarm: AlarmView }) {
  const { title, todo } = alarmWords(alarm);
  const { models, times, lastAt } = alarm;
  return (
    <Banner tone="bad" title={title} actions={<SeenTo alarm={alarm} />}>
      <p>{todo}</p>
      <p className="text-small">
        {times === 1 ? "Once" : `${times.toLocaleString("en-US")} times`}, the last <RelativeTime at={lastAt} />.{" "}
        {models.map(({ storefront, modelId, name, successor }) => (
          <span key={`${storefront}/${modelId}`}>
            <TextLink href={paths.model(storefront, modelId)}>
              {name} at {storefront}
            </TextLink>
            {successor === null ? " " : `, followed by ${successor} `}
          </span>
        ))}
      </p>
    </Banner>
  );
}

function SeenTo({ alarm: { id } }: { alarm: AlarmView }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const missing = reasonWithout(useStaff(), "provider.change");
  const resolve = useMutation(
    api.routing.resolveAlarm.mutationOptions({
      onSettled: () =>
        Promise.all([api.routing, api.acts].map((part) => queryClient.invalidateQueries(part.pathFilter()))),
    }),
  );
  return (
    <>
      <Button size="small" disabledReason={missing} onClick={() => setAsking(true)}>
        It is seen to
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Is it seen to?"
        confirmLabel="It is seen to"
        cancelLabel="Not yet"
        reasons={seenReasons}
        onConfirm={async ({ reason, note }) => {
          await resolve.mutateAsync({ alarmId: id, note: note === "" ? reason : `${reason}: ${note}` });
          showToast({ tone: "ok", title: "The alarm is off" });
        }}
        explainFailure={(error) => presentFailure(error).title}
      >
        It comes again with the next attempt that meets it.
      </ConfirmDialog>
    </>
  );
}

const seenReasons = [
  { value: "registry changed", label: "The registry is changed" },
  { value: "provider asked", label: "The provider is asked" },
  { value: "account mended", label: "Our account there is mended" },
  { value: "no matter", label: "It does not matter" },
] as const;
