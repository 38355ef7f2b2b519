package org.coachbench.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A WebSocket that says what it wants and then never reads, with as little room for unread data as there can be. */
record StalledSocket(Socket socket) implements AutoCloseable {
    static StalledSocket open(URI address, String cookies, List<String> messages) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var request = """
        GET %s HTTP/1.1\r
        Host: %s:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        Sec-WebSocket-Protocol: graphql-transport-ws\r
        Cookie: %s\r
        \r
        """.formatted(address.getPath(), address.getHost(), address.getPort(), cookies);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        for (var message : messages) {
            // The service answers the handshake before it reads on: one answer a message is waited for.
            if (socket.getInputStream().read(new byte[1024]) < 0) {
                throw new IOException("Refused.");
            }
            socket.getOutputStream().write(frame(message));
        }
        return new StalledSocket(socket);
    }

    /** One masked text frame; a mask of zeros leaves the text as it is. */
    private static byte[] frame(String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (text.length < 126) {
            frame.write(0x80 | text.length);
        } else {
            frame.write(0x80 | 126);
            frame.writeBytes(
                ByteBuffer.allocate(2)
                    .putShort((short) text.length)
                    .array()
            );
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(text);
        return frame.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
