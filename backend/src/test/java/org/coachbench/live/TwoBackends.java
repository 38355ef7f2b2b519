package org.coachbench.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.coachbench.ServiceProcess;
import org.coachbench.TestClient;

/** Two processes of the service on one store, of which each may be killed and started again while people work. */
final class TwoBackends implements AutoCloseable {

    /** Somebody who signs in. */
    record Member(String id, String email, String password) {}

    private record SignIn(Member member, ServiceProcess backend) {}

    private final String store;
    private final AtomicReferenceArray<ServiceProcess> backends = new AtomicReferenceArray<>(2);
    private final Map<SignIn, TestClient> signedIn = new ConcurrentHashMap<>();

    /** One after the other: the first prepares the store. */
    TwoBackends(String storeUri) throws IOException {
        store = "--spring.mongodb.uri=" + storeUri;
        startAgain(0);
        try {
            startAgain(1);
        } catch (Throwable e) {
            close();
            throw e;
        }
    }

    ServiceProcess get(int which) {
        return backends.get(which);
    }

    /** The member's program, signed in to one of the two; fails with an I/O exception while that one is down. */
    TestClient client(Member member, int which) {
        return signedIn.computeIfAbsent(new SignIn(member, backends.get(which)), asked -> {
            var client = new TestClient(asked.backend().address());
            var answer = client.signIn(member.email(), member.password());
            if (answer.statusCode() != 200) {
                throw new AssertionError(member.email() + " cannot sign in: " + answer.body());
            }
            return client;
        });
    }

    /** The client of somebody who signed in by other means. */
    void remember(Member member, int which, TestClient client) {
        signedIn.put(new SignIn(member, backends.get(which)), client);
    }

    void kill(int which) {
        backends.get(which).kill();
    }

    void startAgain(int which) throws IOException {
        backends.set(which, ServiceProcess.start(store));
    }

    @Override
    public void close() {
        for (int i = 0; i < backends.length(); i++) {
            var backend = backends.get(i);
            if (backend != null) {
                backend.close();
            }
        }
    }
}
