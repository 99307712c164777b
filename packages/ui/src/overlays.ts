// What needs react-aria: loaded with the screens that open something, not with every page.
export { ConfirmDialog, type ConfirmDialogProps } from "./ConfirmDialog.tsx";
export { Dialog, type DialogProps } from "./Dialog.tsx";
export { Menu, type MenuItem, type MenuProps } from "./Menu.tsx";
export { ShortcutSheet } from "./ShortcutSheet.tsx";
export { SidePanel } from "./SidePanel.tsx";
export { type TabItem, Tabs } from "./Tabs.tsx";
