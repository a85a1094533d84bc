/** What an element is shown in: where its slot stands, its parent, or the host of its shadow root. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ??
    (root instanceof ShadowRoot ? root.host : null);
}
