import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('simul', { shell: 'electron' });
