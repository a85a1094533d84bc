/**
 * The two ends of a frame that is as high as what it shows. The server's own page tells whoever frames it its height, which
 * is a number and nobody's secret, and opens the personal link that it is handed; who may frame it, its `frame-ancestors` say.
 */
export const tellHeight = [
  `if(parent!==self){let tell=()=>parent.postMessage({weddingRsvpHeight:`,
  `Math.ceil(document.documentElement.getBoundingClientRect().height)},"*");`,
  `new ResizeObserver(tell).observe(document.documentElement);`,
  `addEventListener("message",({source,data})=>{if(source===parent){tell();`,
  `if(data?.weddingRsvpLink)location.replace("#rsvp="+data.weddingRsvpLink)}})}`,
].join("");

/**
 * What the couple's page runs: it listens to frames of this server alone, takes nothing from them but a height, and hands
 * them the personal link that the page was opened with. As the element does, it takes the link out of the address bar.
 */
export const frameFile = `{
  const { origin } = new URL(document.currentScript.src);
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(origin + "/"));
  let link = "";
  let handed = new WeakSet();
  const takeLink = () => {
    const url = new URL(location.href);
    const inFragment = /[#&?]rsvp=([^&]*)/.exec(url.hash)?.[1];
    const taken = inFragment ?? encodeURIComponent(url.searchParams.get("rsvp") ?? "");
    if (!taken) return;
    url.searchParams.delete("rsvp");
    url.hash = url.hash.replace(/([#&?])rsvp=[^&]*&?/, "$1").replace(/[#&?]$/, "");
    history.replaceState(history.state, "", url);
    [link, handed] = [taken, new WeakSet()];
  };
  const ask = () =>
    frames().forEach(({ contentWindow }) => contentWindow?.postMessage("height?", "*"));
  addEventListener("message", (event) => {
    const height = event.origin === origin && event.data?.weddingRsvpHeight;
    if (!(height > 0 && height < 20000)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== event.source) continue;
      frame.style.height = height + "px";
      takeLink();
      if (!link || handed.has(frame)) continue;
      handed.add(frame);
      event.source.postMessage({ weddingRsvpLink: link }, origin);
    }
  });
  addEventListener("hashchange", ask);
  // A frame that was there first has told its height to nobody; the question is no secret.
  ask();
}
`;
