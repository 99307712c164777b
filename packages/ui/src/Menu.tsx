import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Pressable } from "react-aria-components/Pressable";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";
import { classes } from "./classes.ts";
import { Kbd } from "./Kbd.tsx";
import { useNavigation } from "./Navigation.tsx";

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** As in the shortcut registry; shown, not listened to. */
  keys?: string;
  isDangerous?: boolean;
  /** Why it cannot be done now; shown under the label. */
  disabledReason?: string | undefined;
  /** A line above this item. */
  startsGroup?: boolean;
} & ({ onAction: () => void; href?: never } | { href: string; onAction?: never });

export type MenuProps = {
  /** What opens the menu; the accessible name of both. */
  label: string;
  icon?: ReactNode;
  /** Only the icon is shown: for the end of a row. */
  isIconOnly?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  items: readonly MenuItem[];
};

/** What can be done with one thing. What cannot be done now stays, and says why. */
export function Menu({ label, icon, isIconOnly = false, variant, size = "medium", items }: MenuProps) {
  const look = buttonStyle({ variant: variant ?? (isIconOnly ? "quiet" : "secondary"), size, isSquare: isIconOnly });
  return (
    <MenuTrigger>
      <Pressable>
        <button type="button" aria-label={label} className={look}>
          {icon}
          {!isIconOnly && label}
          {!isIconOnly && <ChevronDown aria-hidden size={14} className="-mr-1 text-muted" />}
        </button>
      </Pressable>
      <Popover
        placement="bottom end"
        offset={4}
        className="min-w-52 rounded-card border bg-raised p-1 shadow-md transition duration-180 data-exiting:opacity-0 starting:opacity-0 motion-safe:starting:-translate-y-1"
      >
        <AriaMenu aria-label={label} className="max-h-96 overflow-auto outline-none">
          {items.map((item) => (
            <MenuRow key={item.id} item={item} hasIconColumn={items.some(({ icon }) => icon !== undefined)} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function MenuRow({ item, hasIconColumn }: { item: MenuItem; hasIconColumn: boolean }) {
  const navigate = useNavigation();
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={item.disabledReason !== undefined}
      onAction={() => (item.href === undefined ? item.onAction() : navigate(item.href))}
      className={classes(
        "flex min-h-control-small items-center gap-2.5 rounded-control px-2.5 py-1.5 text-ui outline-none select-none data-focused:bg-hover data-disabled:text-faint",
        item.isDangerous && "text-bad data-disabled:text-faint",
        item.startsGroup &&
          "relative mt-[9px] before:absolute before:-top-[5px] before:-right-1 before:-left-1 before:border-t",
      )}
    >
      {hasIconColumn && <span className="flex w-4 shrink-0 justify-center">{item.icon}</span>}
      <span className="flex min-w-0 flex-1 flex-col">
        {item.label}
        {item.disabledReason && <span className="max-w-64 text-small text-muted">{item.disabledReason}</span>}
      </span>
      {item.keys && <Kbd keys={item.keys} />}
    </AriaMenuItem>
  );
}
