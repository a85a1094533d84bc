import { LitElement } from "lit";

/** Moves the focus, once the form is drawn again, from what was pressed to what comes after it. */
export async function focusLater(pressed: EventTarget | null, id: string) {
  const root = pressed instanceof Node ? pressed.getRootNode() : null;
  if (!(root instanceof ShadowRoot) || !(root.host instanceof LitElement)) return;
  await root.host.updateComplete;
  root.getElementById(id)?.focus();
}
