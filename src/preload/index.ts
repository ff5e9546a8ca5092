import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { CHANNEL, type Carrier, type News } from '../contract/contract'

/** What the window sees of Electron: the contract's carrier, no channel to choose, and where a dropped file lies. */
const carrier: Pick<Carrier, 'request' | 'onNews'> & { pathOf(file: File): string } = {
  pathOf: (file) => webUtils.getPathForFile(file),
  request: (name, argument) => ipcRenderer.invoke(CHANNEL.request, name, argument),
  onNews: (listener) => {
    const hear = (_event: IpcRendererEvent, news: News): void => listener(news)
    ipcRenderer.on(CHANNEL.news, hear)
    return () => {
      ipcRenderer.off(CHANNEL.news, hear)
    }
  },
}

contextBridge.exposeInMainWorld('qingyang', carrier)
