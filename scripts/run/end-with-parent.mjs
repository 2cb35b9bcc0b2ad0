/**
 * Preloaded into the server (`node --import`): ends it, and so its database, when the process that started it is gone, even
 * killed. It runs in a process group of its own, so that Ctrl-C in a terminal reaches it once and not three times.
 */
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
}, 250).unref()
