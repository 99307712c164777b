import { Images } from "lucide-react";
import { Badge } from "../Badge.tsx";
import { Banner } from "../Banner.tsx";
import { Button } from "../Button.tsx";
import { DeniedState } from "../DeniedState.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { ErrorState } from "../ErrorState.tsx";
import { NotFoundState } from "../NotFoundState.tsx";
import { Progress } from "../Progress.tsx";
import { SkeletonText } from "../Skeleton.tsx";
import { Cluster, Stack } from "../Stack.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { Specimen } from "./Specimen.tsx";

/** What the product says about itself: states, progress, faces of an empty or broken page. */
export function KitFeedback() {
  return (
    <>
      <Specimen title="Status">
        <Stack>
          <Cluster>
            <StatusBadge tone="ok">Delivered</StatusBadge>
            <StatusBadge tone="warn">Past due</StatusBadge>
            <StatusBadge tone="bad">Failed</StatusBadge>
            <StatusBadge tone="info">Running</StatusBadge>
            <StatusBadge tone="neutral">Cancelled</StatusBadge>
            <Badge>Beta</Badge>
            <Badge>1,204</Badge>
          </Cluster>
          <Banner
            tone="info"
            title="A new version of the terms is in force from 1 December"
            actions={<Button size="small">Read the changes</Button>}
          />
          <Banner tone="warn" title="Slower than usual" onDismiss={() => undefined}>
            One of our providers answers late. Jobs take about twice as long.
          </Banner>
          <Banner tone="bad" title="Your card was declined">
            Nothing was charged. Use another card, or ask your bank.
          </Banner>
          <Banner tone="ok" title="Your data is ready to download" />
        </Stack>
      </Specimen>
      <Specimen title="Progress">
        <Stack gap="wide">
          <Progress
            label="Upload"
            steps={{ done: 7, total: 12 }}
            stage="Uploading, 7 of 12 files"
            timing="about 20 s left"
          />
          <Progress label="Texture" stage="Stage 3 of 4: painting the texture" timing="18 s · usually 20–35 s" />
          <SkeletonText />
        </Stack>
      </Specimen>
      <div className="grid gap-6 md:grid-cols-2">
        <Specimen title="Empty">
          <EmptyState
            title="No pictures yet"
            icon={<Images size={24} />}
            actions={<Button variant="primary">Make the first one</Button>}
          >
            What you make is listed here, with its price and the day it will be deleted.
          </EmptyState>
        </Specimen>
        <Specimen title="Failed">
          <ErrorState
            title="The list could not be loaded"
            consequence="Nothing was charged, and nothing of yours was changed."
            requestId="req_7Q2M4K9A"
            actions={<Button>Try again</Button>}
          />
        </Specimen>
        <Specimen title="Not found">
          <NotFoundState title="There is no such order" level={2} />
        </Specimen>
        <Specimen title="Denied">
          <DeniedState title="You cannot see payments" level={2}>
            Only support or an administrator may read orders.
          </DeniedState>
        </Specimen>
      </div>
    </>
  );
}
