package org.coachbench.oversight;

import java.util.Map;
import java.util.function.Function;
import org.coachbench.api.BadRequest;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Component;

/** Pages of what has ids that grow with time. */
@Component
class NewestFirst {

    private final MongoOperations store;

    NewestFirst(MongoOperations store) {
        this.store = store;
    }

    <T> Window<T> page(Class<T> type, Criteria wanted, ScrollSubrange from, int first, Function<T, String> id) {
        var size = BadRequest.pageSize(first);
        var position = from.position().orElse(ScrollPosition.keyset());
        if (position instanceof KeysetScrollPosition after && after.getKeys().get("_id") instanceof String lastSeen) {
            wanted = wanted.and("_id").lt(lastSeen);
        }
        var newest = Query.query(wanted)
            .with(Sort.by(Sort.Direction.DESC, "_id"))
            .limit(size + 1);
        var found = store.find(newest, type);
        var page = found.subList(0, Math.min(size, found.size()));
        return Window.from(
            page,
            i -> ScrollPosition.forward(Map.of("_id", id.apply(page.get(i)))),
            found.size() > size
        );
    }
}
