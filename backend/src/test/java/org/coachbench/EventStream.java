package org.coachbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Server-sent events as they come. */
public final class EventStream implements AutoCloseable {

    private final BufferedReader lines;

    EventStream(HttpResponse<InputStream> response) {
        var type = response.headers().firstValue("Content-Type").orElse("none");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError("Not a stream: " + response.statusCode() + ", " + type);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event that is one of the protocol's, comments aside. */
    public JsonNode next() throws IOException {
        return TestClient.JSON.readTree(data("next"));
    }

    /** The event with which the protocol ends an operation, and the end of the stream. */
    public void complete() throws IOException {
        data("complete");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                throw new AssertionError("After the end: " + line);
            }
        }
    }

    private String data(String event) throws IOException {
        var data = new StringBuilder();
        String name = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()));
            } else if (line.isEmpty() && !name.isEmpty()) {
                if (!name.equals(event)) {
                    throw new AssertionError("Instead of " + event + ": " + name + " " + data);
                }
                return data.toString();
            }
        }
        throw new AssertionError("The stream ended before an event that is " + event);
    }

    /** Waits for a comment. */
    public void comment() throws IOException {
        var line = lines.readLine();
        while (!line.startsWith(":")) {
            line = lines.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
