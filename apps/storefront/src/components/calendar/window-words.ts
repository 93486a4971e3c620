import type { CalendarWindow } from '@flora/contract/delivery.ts'

/** 'Express, 10 am to 11 am', 'Pick up, 9 am to 5.30 pm'. */
export function windowTitle(window: Pick<CalendarWindow, 'method' | 'name'>): string {
  switch (window.method) {
    case 'standard':
      return window.name
    case 'express':
      return /express/i.test(window.name) ? window.name : `Express, ${window.name}`
    case 'pick-up':
      return /pick/i.test(window.name) ? window.name : `Pick up, ${window.name}`
  }
}
