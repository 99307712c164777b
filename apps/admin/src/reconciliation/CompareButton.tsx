import { Button } from "@covenant/ui";
import { showToast } from "@covenant/ui/toast";
import { useRouter } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { presentFailure } from "../api/present-refusal.ts";
import { paths } from "../paths.ts";
import { reasonWithout } from "../shell/capability.ts";
import { useStaff } from "../shell/use-staff.ts";
import { useCompare } from "./use-compare.ts";

/** Has a day compared again; the page follows by itself. */
export function CompareButton({ day, isWaiting, isFirst }: { day: string; isWaiting: boolean; isFirst: boolean }) {
  const missing = reasonWithout(useStaff(), "order.refund");
  const compare = useCompare();
  return (
    <Button
      size="small"
      icon={<RefreshCw aria-hidden size={14} />}
      isPending={compare.isPending || isWaiting}
      disabledReason={missing}
      onClick={() => compare.mutate({ day }, { onError: showFailure })}
    >
      {isFirst ? "Compare it" : "Compare again"}
    </Button>
  );
}

/** Today is compared as far as it has come, when somebody asks. */
export function CompareToday() {
  const router = useRouter();
  const missing = reasonWithout(useStaff(), "order.refund");
  const compare = useCompare();
  const today = new Date().toISOString().slice(0, 10);
  const onSuccess = () => void router.navigate({ href: paths.reconciledDay(today) });
  return (
    <Button
      icon={<RefreshCw aria-hidden size={16} />}
      isPending={compare.isPending}
      disabledReason={missing}
      onClick={() => compare.mutate({ day: today }, { onSuccess, onError: showFailure })}
    >
      Compare today so far
    </Button>
  );
}

function showFailure(error: unknown): void {
  showToast({ tone: "bad", ...presentFailure(error) });
}
