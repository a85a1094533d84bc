import type { Progress, Stage } from "../progress.ts";
import type { Terminal } from "./terminal.ts";

const stages: Record<Stage, string> = {
  reading: "Reading",
  recognising: "Understanding",
  comparing: "Comparing",
  saving: "Saving",
};
const order = Object.keys(stages);
const width = 30;

/** A bar in the last line of a terminal; nothing where there is none. `clear` takes it away. */
export function progressBar(draw: Terminal["bar"]) {
  return {
    tell: ({ stage, done, total }: Progress) => {
      const part = (order.indexOf(stage) + (total > 0 ? done / total : 0)) / order.length;
      const full = Math.round(Math.min(1, part) * width);
      const drawn = "━".repeat(full) + "╌".repeat(width - full);
      draw?.(`\r\x1b[K${(stages[stage] ?? stage).padEnd(14)}${drawn} ${Math.round(part * 100)} %`);
    },
    clear: () => draw?.("\r\x1b[K"),
  };
}
