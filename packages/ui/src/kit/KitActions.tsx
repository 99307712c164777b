import { ArrowUpRight, Download, Ellipsis, Play, Trash2 } from "lucide-react";
import { Button } from "../Button.tsx";
import type { ButtonVariant } from "../button-style.ts";
import { IconButton } from "../IconButton.tsx";
import { Kbd } from "../Kbd.tsx";
import { LinkButton } from "../LinkButton.tsx";
import { Cluster, Stack } from "../Stack.tsx";
import { TextLink } from "../TextLink.tsx";
import { Tooltip } from "../Tooltip.tsx";
import { Specimen } from "./Specimen.tsx";

const variants: readonly ButtonVariant[] = ["primary", "secondary", "quiet", "danger"];
const none = () => undefined;

/** What is pressed: buttons, links that look like them, keys. */
export function KitActions() {
  return (
    <Specimen
      title="Buttons"
      detail="Each variant: at rest, with an icon, small, pending, pending with an icon, not now."
    >
      <Stack>
        {variants.map((variant) => (
          <Cluster key={variant}>
            <Button variant={variant}>Save changes</Button>
            <Button variant={variant} icon={<Play size={16} />}>
              Start
            </Button>
            <Button variant={variant} size="small">
              Small
            </Button>
            <Button variant={variant} isPending>
              Save changes
            </Button>
            <Button variant={variant} isPending icon={<Play size={16} />}>
              Start
            </Button>
            <Button variant={variant} disabledReason="There is nothing to save yet">
              Save changes
            </Button>
          </Cluster>
        ))}
        <Cluster gap="normal">
          <LinkButton href="#kit" icon={<ArrowUpRight size={16} />}>
            Open the docs
          </LinkButton>
          <Cluster>
            <IconButton label="Download" icon={<Download size={16} />} onClick={none} />
            <IconButton label="More" icon={<Ellipsis size={16} />} variant="secondary" onClick={none} />
            <IconButton label="Delete" icon={<Trash2 size={16} />} disabledReason="It is already being deleted" />
          </Cluster>
          <Tooltip label="It repeats or explains">
            <Button variant="quiet">Rest here</Button>
          </Tooltip>
          <span className="text-body">
            A link <TextLink href="#kit">in running text</TextLink>.
          </span>
          <Cluster>
            <Kbd keys="mod+k" />
            <Kbd keys="g o" />
            <Kbd keys="enter" />
          </Cluster>
        </Cluster>
      </Stack>
    </Specimen>
  );
}
