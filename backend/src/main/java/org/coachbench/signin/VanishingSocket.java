package org.coachbench.signin;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** A socket whose other end may go without a word: that is no fault to log, and closing it ends what it followed. */
class VanishingSocket extends WebSocketSessionDecorator {

    private static final Logger log = LoggerFactory.getLogger(VanishingSocket.class);

    VanishingSocket(WebSocketSession socket) {
        super(socket);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        try {
            super.sendMessage(message);
        } catch (IOException e) {
            endWithout(e);
        } catch (IllegalStateException e) {
            // The server says by it, too, that the socket was closed a moment ago.
            if (isOpen()) {
                throw e;
            }
            endWithout(e);
        }
    }

    private void endWithout(Exception reason) throws IOException {
        log.debug("{} is gone", getId(), reason);
        close(CloseStatus.SESSION_NOT_RELIABLE);
    }
}
