package org.coachbench.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbench.live.Presence.CyclePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Who has which cycle open, as far as this process knows. It is never stored. */
@Component
class WhoIsHere {

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    private record Room(Map<Object, Presence> present, Sinks.Many<Object> changes) {
        /** One entry a person: the place they went to last. */
        List<Presence> list() {
            synchronized (present) {
                var byPerson = new LinkedHashMap<String, Presence>();
                present.values().forEach(one -> byPerson.put(one.personId(), one));
                return List.copyOf(byPerson.values());
            }
        }

        void tell() {
            changes.tryEmitNext("change");
        }
    }

    /** Being subscribed is being here. */
    Flux<List<Presence>> enter(String cycleId, String personId, CyclePart lookingAt) {
        return Flux.defer(() -> {
            var visit = new Object();
            var here = new Presence(personId, lookingAt, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            var room = rooms.compute(cycleId, (id, open) -> {
                var joined =
                    open == null ? new Room(new LinkedHashMap<>(), Sinks.many().multicast().directBestEffort()) : open;
                synchronized (joined.present()) {
                    joined.present().put(visit, here);
                }
                return joined;
            });
            room.tell();
            return room
                .changes()
                .asFlux()
                .startWith("now")
                .onBackpressureLatest()
                .map(change -> room.list())
                .doFinally(end -> leave(cycleId, visit));
        });
    }

    private void leave(String cycleId, Object visit) {
        rooms.computeIfPresent(cycleId, (id, room) -> {
            boolean empty;
            synchronized (room.present()) {
                room.present().remove(visit);
                empty = room.present().isEmpty();
            }
            room.tell();
            return empty ? null : room;
        });
    }
}
