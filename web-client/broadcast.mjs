// A bare WebSocket broadcast to compare the service with: node broadcast.mjs <bytes of a message>. Prints its port.
// Who opens /watch/<room> gets every message of the room; each message sent to /publish/<room> is acknowledged with its
// number and then sent to all who watch.
import { WebSocketServer } from 'ws';

const bytes = Number(process.argv[2]);
const rooms = new Map();

function room(name) {
  if (!rooms.has(name)) rooms.set(name, { sequence: 0, watchers: new Set() });
  return rooms.get(name);
}

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => console.log(server.address().port));
server.on('connection', (socket, request) => {
  const [, role, name] = request.url.split('/');
  const { watchers } = room(name);
  if (role === 'watch') {
    watchers.add(socket);
    socket.on('close', () => watchers.delete(socket));
    return;
  }
  socket.on('message', () => {
    const sequence = ++room(name).sequence;
    socket.send(`{"sequence":${sequence}}`);
    const message = Buffer.from(`{"sequence":${sequence},"padding":"`.padEnd(bytes - 2, 'x') + '"}');
    watchers.forEach((watcher) => watcher.send(message, { binary: false }));
  });
});
