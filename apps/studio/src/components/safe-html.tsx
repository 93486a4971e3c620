import { createElement, Fragment, type JSX, type ReactNode, useMemo } from 'react'

// What the shop's own writer of Markdown makes, and nothing else. A tag that is not here loses itself and keeps its words.
const tags = new Set(
  'a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img li ol p picture pre s source strong table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const attributes: Readonly<Record<string, string>> = {
  alt: 'alt',
  'aria-label': 'aria-label',
  class: 'className',
  height: 'height',
  loading: 'loading',
  role: 'role',
  scope: 'scope',
  sizes: 'sizes',
  src: 'src',
  srcset: 'srcSet',
  start: 'start',
  tabindex: 'tabIndex',
  type: 'type',
  width: 'width',
}

/** HTML of the shop as elements of this page: only known tags and attributes are taken over. Links open in a new tab. */
export function SafeHtml({ html }: { html: string }): JSX.Element {
  const parts = useMemo(() => {
    // Parsed without being part of the page: nothing in it runs or loads.
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    return childrenOf(body)
  }, [html])
  return <>{parts}</>
}

function childrenOf(node: Node): ReactNode[] {
  return [...node.childNodes].map((child, index) => element(child, index))
}

function element(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const tag = node.tagName.toLowerCase()
  const children = childrenOf(node)
  if (!tags.has(tag)) return createElement(Fragment, { key }, ...children)
  return createElement(tag, { key, ...propsOf(node, tag) }, ...children)
}

function propsOf(node: Element, tag: string): Record<string, string> {
  const props: Record<string, string> = {}
  for (const { name, value } of node.attributes) {
    const prop = attributes[name]
    if (prop !== undefined && !(name === 'src' && !isOwn(value))) props[prop] = value
  }
  const href = node.getAttribute('href')
  if (tag === 'a' && href !== null && isLink(href))
    return { ...props, href, target: '_blank', rel: 'noopener noreferrer' }
  return props
}

function isOwn(address: string): boolean {
  return /^\/(?![/\\])/.test(address)
}

function isLink(address: string): boolean {
  return isOwn(address) || /^(https?:|mailto:|tel:|#)/i.test(address) || /^[a-z0-9][^:]*$/i.test(address)
}
