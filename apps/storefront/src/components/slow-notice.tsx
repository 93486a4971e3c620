import { useEffect, useState, type JSX } from 'react'
import { useNavigation } from 'react-router'

const patienceMs = 600
const slowMs = 10_000

/** Says that the next page is on its way, once that takes long enough to wonder. The page in view stays as it is. */
export function SlowNotice(): JSX.Element {
  const loading = useNavigation().state === 'loading'
  const [words, setWords] = useState('')
  useEffect(() => {
    if (!loading) return
    const soon = setTimeout(() => setWords('Fetching the flowers'), patienceMs)
    const late = setTimeout(() => setWords('Still fetching the flowers. Slow connection?'), slowMs)
    return () => {
      clearTimeout(soon)
      clearTimeout(late)
      setWords('')
    }
  }, [loading])
  return <output className="toasts">{words !== '' && <span className="toast">{words}</span>}</output>
}
