// Before the first paint: the colour scheme and the language that this browser chose last time.
;(function () {
  var root = document.documentElement
  try {
    var scheme = localStorage.getItem('mantine-color-scheme-value') || 'auto'
    var dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
    var language = localStorage.getItem('kase-language') || (navigator.language || 'en').slice(0, 2)
    root.lang = ['fi', 'sv', 'en'].indexOf(language) < 0 ? 'en' : language
  } catch {
    // Storage is closed to us: the light scheme and English stand.
  }
})()
