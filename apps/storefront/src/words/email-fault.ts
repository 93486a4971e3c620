/** What is wrong with an e-mail that is asked for, as a sentence. */
export function emailFault(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '') return 'Please type your e-mail.'
  return email.test(text) ? undefined : 'Please check the e-mail address: it should look like name@example.com.'
}

// No wider than what the shop takes: an address it would refuse, half typed or whole, must not be sent to be saved.
const email = /^[\w+'-]+(\.[\w+'-]+)*(?<!')@([a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i
