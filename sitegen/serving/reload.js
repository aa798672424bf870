/* Reloads the page once the preview has built again. Served by `sitegen serve` only. */
(() => {
  const { build, behind } = document.currentScript.dataset;
  const AGAIN_AFTER_MS = 400;

  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/__sitegen__/live`);
    // The server compares the build: it may have built, or have been restarted, meanwhile.
    socket.onopen = () =>
      socket.send(JSON.stringify({ command: "info", url: location.href, build }));
    socket.onmessage = (event) => {
      if (JSON.parse(event.data).command === "reload") location.reload();
    };
    socket.onclose = () => setTimeout(connect, AGAIN_AFTER_MS);
  };
  connect();

  if (behind !== undefined) {
    const bar = document.createElement("a");
    bar.href = "/__sitegen__/problems?to=" + encodeURIComponent(location.pathname);
    bar.textContent = "有错误没有改好，这是上一次的网站。看错误 · This is the last good site: see the problems";
    Object.assign(bar.style, {
      position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: "2147483647",
      padding: ".6em 1em", font: "16px/1.4 system-ui, sans-serif", textAlign: "center",
      color: "#fff", background: "#8c1d12",
    });
    document.body.append(bar);
  }
})();
