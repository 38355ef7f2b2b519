package org.coachbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's program: signs in, asks over HTTP, follows over WebSocket, as any client from outside would. */
public class TestClient {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI service;

    public TestClient(URI service) {
        this.service = service;
    }

    public URI service() {
        return service;
    }

    /** As the value of a Cookie header. */
    public String cookies() {
        return cookies
            .getCookieStore()
            .getCookies()
            .stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    }

    String csrfToken() {
        return cookie("XSRF-TOKEN").orElseThrow();
    }

    public HttpResponse<String> signIn(String email, String password) {
        send("GET", "/session", null);
        return send("POST", "/session", Map.of("email", email, "password", password));
    }

    public HttpResponse<String> send(String method, String path, Object body) {
        return send(method, path, body, "application/json");
    }

    public HttpResponse<String> send(String method, String path, Object body, String accept) {
        var request = HttpRequest.newBuilder(service.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body))
            );
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file, as a browser would fetch it. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows a subscription over server-sent events. */
    public EventStream stream(String document) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/graphql"))
            .header("Accept", "text/event-stream")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", csrfToken())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))));
        return new EventStream(http.send(request.build(), BodyHandlers.ofInputStream()));
    }

    public HttpResponse<String> withoutCsrfToken(String document, String accept)
        throws IOException, InterruptedException {
        var body = BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document)));
        var request = HttpRequest.newBuilder(service.resolve("/graphql"))
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .POST(body);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The whole answer, with {@code data} and {@code errors}. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        var response = send("POST", "/graphql", Map.of("query", document, "variables", variables));
        return JSON.readTree(response.body());
    }

    /** The data of an answer that must have no errors. */
    public JsonNode data(String document, Map<String, ?> variables) {
        var answer = ask(document, variables);
        if (answer.has("errors")) {
            throw new AssertionError("Unexpected errors: " + answer.get("errors"));
        }
        return answer.get("data");
    }

    /** Follows a subscription from now on. */
    public Subscription follow(String document, Map<String, ?> variables) {
        return new Subscription(openWebSocket(service.toString()), document, variables);
    }

    /** A socket for a listener that speaks the protocol itself. */
    public WebSocket open(WebSocket.Listener listener) {
        return openWebSocket(service.toString()).with(listener);
    }

    public Subscription.Opening openWebSocket(String origin) {
        return openWebSocket(origin, "graphql-transport-ws");
    }

    public Subscription.Opening openWebSocket(String origin, String... subprotocols) {
        var uri = URI.create(service.toString().replaceFirst("http", "ws") + "/graphql");
        var builder = http.newWebSocketBuilder().header("Origin", origin).connectTimeout(Duration.ofSeconds(10));
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
        }
        cookie("JSESSIONID").ifPresent(session -> builder.header("Cookie", "JSESSIONID=" + session));
        return listener -> {
            WebSocket socket = builder.buildAsync(uri, listener).join();
            return socket;
        };
    }

    private java.util.Optional<String> cookie(String name) {
        return cookies
            .getCookieStore()
            .getCookies()
            .stream()
            .filter(cookie -> cookie.getName().equals(name))
            .map(HttpCookie::getValue)
            .findFirst();
    }
}
