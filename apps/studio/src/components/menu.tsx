import type { Permission } from '@flora/contract/text.ts'
import type { JSX } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'

/** One thing a menu offers. What may not be done stays in it, with its reason. */
export interface MenuChoice {
  readonly id: string
  readonly words: string
  readonly can?: Permission
  readonly run: () => void
}

/** A button that unfolds what else can be done. */
export function ActionMenu({ label, choices }: { label: string; choices: readonly MenuChoice[] }): JSX.Element {
  return (
    <MenuTrigger>
      <Button className="btn btn-text btn-xs menu-dots" aria-label={label}>
        <span aria-hidden="true">•••</span>
      </Button>
      <Popover className="menu-sheet" placement="bottom end">
        <Menu aria-label={label} onAction={(id) => choices.find((choice) => choice.id === id)?.run()}>
          {choices.map(({ id, words, can }) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item"
              textValue={words}
              isDisabled={can !== undefined && !can.ok}
            >
              <Text slot="label">{words}</Text>
              {can !== undefined && !can.ok && (
                <Text slot="description" className="why">
                  {can.because}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
