// The library warns at its import that this Node isn't an LTS release. That is known, and would stand in the middle of what
// `npm start` shows.
const { warn } = console
console.warn = () => undefined
export const { Provider, interactionPolicy } = await import('oidc-provider').finally(() => {
  console.warn = warn
})
