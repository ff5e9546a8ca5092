import { mount } from 'svelte'
import App from './App.svelte'
import { electronCarrier } from './carrier/electron'
import { loopbackCarrier } from './carrier/loopback'
import { Desk } from './desk/desk.svelte'
import { Language } from './desk/settings/language.svelte'
import './looks/tokens.css'
import './looks/base.css'
import './looks/paper.css'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')

const carrier = electronCarrier() ?? loopbackCarrier()
const desk = new Desk(carrier, new Language(navigator.languages))
mount(App, { target, props: { desk } })
void desk.start()
// The window came to the front: the host looks at the folder now, not at its next scan.
window.addEventListener('focus', () => void carrier.request('wake', null))
