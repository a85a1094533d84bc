/**
 * Follows the public number of guests who attend, and returns how to stop. Where streams are blocked it
 * gives up quietly.
 */
export function followCounter(address: string, onCount: (attending: number) => void): () => void {
  const source = new EventSource(`${address}/live`);
  source.addEventListener("counter", (event) => {
    const { attending } = JSON.parse(event.data);
    if (Number.isInteger(attending)) onCount(attending);
  });
  return () => source.close();
}
