import type { CDPSession } from "playwright-core";

/** A heap as Chromium writes it: every number of `nodes` and `edges` is one field of one of them. */
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; edge_fields: string[]; edge_types: [string[]] } };
  nodes: number[];
  edges: number[];
  strings: string[];
}

interface Node {
  name: string;
  edges: { type: string; name: string; to: number }[];
}

/** Says of each node with such a name what holds it, from there to the root: the shortest way, and no weak ones. */
export async function whatHolds(cdp: CDPSession, isMeant: (name: string) => boolean) {
  const nodes = readNodes(await takeSnapshot(cdp));
  const heldBy = new Map<number, { holder: number; by: string }>();
  const reached = [0];
  // A list that grows while it is gone through: the nearest first.
  for (const at of reached) {
    for (const { type, name, to } of nodes[at]?.edges ?? []) {
      if (type === "weak" || to === 0 || heldBy.has(to)) continue;
      heldBy.set(to, { holder: at, by: name });
      reached.push(to);
    }
  }
  return reached.filter((at) => isMeant(nodes[at]?.name ?? "")).map((at) => {
    const way = [nodes[at]?.name];
    for (let held = heldBy.get(at); held; held = heldBy.get(held.holder)) {
      way.push(`${nodes[held.holder]?.name} (${held.by})`);
    }
    return way.join(" ← ");
  });
}

async function takeSnapshot(cdp: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await cdp.send("HeapProfiler.takeHeapSnapshot");
  cdp.off("HeapProfiler.addHeapSnapshotChunk", keep);
  return JSON.parse(chunks.join(""));
}

function readNodes({ snapshot: { meta }, nodes, edges, strings }: Snapshot): Node[] {
  const { node_fields: ofNode, edge_fields: ofEdge, edge_types: [edgeTypes] } = meta;
  const field = (list: number[], fields: string[], at: number, name: string) =>
    list[at * fields.length + fields.indexOf(name)] ?? 0;
  let edge = 0;
  return Array.from({ length: nodes.length / ofNode.length }, (_, at) => ({
    // Names of Chromium's own templates go on for lines.
    name: strings[field(nodes, ofNode, at, "name")]?.slice(0, 60) ?? "",
    edges: Array.from({ length: field(nodes, ofNode, at, "edge_count") }, () => {
      const type = edgeTypes[field(edges, ofEdge, edge, "type")] ?? "";
      const name = field(edges, ofEdge, edge, "name_or_index");
      const isCounted = type === "element" || type === "hidden";
      const to = field(edges, ofEdge, edge, "to_node") / ofNode.length;
      edge++;
      return { type, name: isCounted ? String(name) : strings[name] ?? "", to };
    }),
  }));
}
