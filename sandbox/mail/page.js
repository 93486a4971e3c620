// Keeps the list of letters fresh. The page works without it; a reload shows the same.
const box = document.getElementById('box')

async function refresh() {
  const reply = await fetch(location.href)
  // A message that was thrown away meanwhile has no page any more.
  if (!reply.ok) return location.assign('/')
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const focused = document.activeElement?.closest('#box a')?.getAttribute('href')
  box.replaceChildren(...fresh.getElementById('box').childNodes)
  if (document.body.classList.contains('is-browsing')) {
    document.getElementById('main').replaceChildren(...fresh.getElementById('main').childNodes)
  }
  if (focused) box.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus()
  prepare()
}

function prepare() {
  const clear = document.getElementById('clear')
  if (!clear) return
  clear.hidden = false
  clear.addEventListener('click', async () => {
    if (confirm('Throw all letters away?')) await fetch('/api/messages', { method: 'DELETE' })
  })
}

const events = new EventSource('/api/events')
events.addEventListener('change', refresh)
// The catcher may have been restarted with other mail in it.
let wasLost = false
events.addEventListener('error', () => (wasLost = true))
events.addEventListener('open', () => wasLost && ((wasLost = false), refresh()))
prepare()
