/**
 * Follows the public number of guests who attend. Where the stream is blocked or ended it gives up quietly;
 * `again` opens it once more.
 */
export function followCounter(address: string, onCount: (attending: number) => void) {
  let source = open();

  function open(): EventSource {
    const opened = new EventSource(`${address}/live`);
    opened.addEventListener("counter", (event) => {
      const { attending } = JSON.parse(event.data);
      if (Number.isInteger(attending)) onCount(attending);
    });
    return opened;
  }

  return {
    again() {
      if (source.readyState === EventSource.CLOSED) source = open();
    },
    stop: () => source.close(),
  };
}
