import { PageHeader } from "../PageHeader.tsx";
import { Stack } from "../Stack.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { ThemeToggle } from "../ThemeToggle.tsx";
import { KitActions } from "./KitActions.tsx";
import { KitContent } from "./KitContent.tsx";
import { KitFeedback } from "./KitFeedback.tsx";
import { KitFields } from "./KitFields.tsx";
import { KitForm } from "./KitForm.tsx";
import { KitOverlays } from "./KitOverlays.tsx";
import { KitTable } from "./KitTable.tsx";
import { KitTokens } from "./KitTokens.tsx";

/** Every component in all its states, for people's eyes and for pictures to compare. */
export function Kit() {
  return (
    <main id="kit" className="mx-auto max-w-6xl px-4 py-10 sm:px-8">
      <Stack gap="wide">
        <PageHeader
          title="Kit"
          detail="Every component in all its states. What is not here is not part of the design."
          back={{ href: "/", label: "Back" }}
          badges={<StatusBadge tone="info">Development only</StatusBadge>}
          actions={<ThemeToggle />}
        />
        <KitTokens />
        <KitActions />
        <KitFields />
        <KitForm />
        <KitTable />
        <KitOverlays />
        <KitFeedback />
        <KitContent />
      </Stack>
    </main>
  );
}
