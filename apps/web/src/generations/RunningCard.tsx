import type { GenerationView } from "@covenant/domain";
import { Progress, useNow } from "@covenant/ui";

/** A generation under way: what happens now, how long it has taken, and how long it usually does. */
export function RunningCard({ generation }: { generation: GenerationView }) {
  const stage = generation.events.at(-1)?.stage ?? "Waiting to start";
  return (
    <div className="flex aspect-square max-h-[70dvh] w-full flex-col items-center justify-center rounded-card bg-canvas p-8">
      <div className="w-full max-w-xs">
        <Progress label={generation.modelName} stage={stage} timing={<Elapsed generation={generation} />} />
      </div>
    </div>
  );
}

function Elapsed({ generation: { createdAt, expectedSeconds } }: { generation: GenerationView }) {
  const seconds = Math.max(0, Math.round((useNow(1000) - Date.parse(createdAt)) / 1000));
  const late = seconds > expectedSeconds * 2 ? " Taking longer than usual; if it fails, nothing is charged." : "";
  return (
    <span className="tabular">
      {seconds} s, usually about {expectedSeconds} s.{late}
    </span>
  );
}
