import { PageHeader } from "@covenant/ui";
import type { ReactNode } from "react";
import { PageBody } from "../shell/PageBody.tsx";
import { useMember } from "../shell/use-member.ts";
import { useStorefront } from "../shell/use-storefront.ts";
import { ImageStudio } from "./ImageStudio.tsx";
import { PhotoStudio } from "./PhotoStudio.tsx";
import { SignedOutNotice } from "./SignedOutNotice.tsx";

/** Where things are made: from words, or from a photo, as the storefront has it. `notice` tells who cannot why. */
export function StudioPage({ notice }: { notice: ReactNode }) {
  const { studio } = useStorefront();
  const member = useMember();
  const isPhoto = studio === "model-3d";
  return (
    <PageBody>
      <PageHeader title={isPhoto ? "Model a photo" : "Create a picture"} />
      {member === null ? <SignedOutNotice /> : notice}
      {isPhoto ? <PhotoStudio member={member} /> : <ImageStudio member={member} />}
    </PageBody>
  );
}
