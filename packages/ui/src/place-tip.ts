type Box = { top: number; left: number; width: number; height: number };

const gap = 6;
const margin = 8;

/** Where a tip of `tip` size goes: centred above its trigger, below when there is no room, never off the screen. In px. */
export function placeTip(trigger: Box, tip: Pick<Box, "width" | "height">, viewportWidth: number) {
  const centred = trigger.left + trigger.width / 2 - tip.width / 2;
  const left = Math.max(margin, Math.min(centred, viewportWidth - tip.width - margin));
  const above = trigger.top - gap - tip.height;
  const top = above >= margin ? above : trigger.top + trigger.height + gap;
  return { left, top };
}
