package org.coachbench.notify;

import java.time.Clock;
import java.time.Duration;
import org.coachbench.access.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers calendars outside, which cannot sign in. An address that was never made and one that was revoked look the same. */
@RestController
class CalendarAddressController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarFeeds feeds;
    private final PersonCalendar calendar;
    private final Clock clock;

    CalendarAddressController(CalendarFeeds feeds, PersonCalendar calendar, Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        var unshared = CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();
        return feeds
            .bySecret(secret)
            .map(feed -> calendar.of(new Viewer(feed.personId(), false)))
            .map(entries -> {
                var address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
                var text = CalendarText.of(entries, address, clock.instant());
                return ResponseEntity.ok().cacheControl(unshared).contentType(CALENDAR).body(text);
            })
            .orElseGet(() -> ResponseEntity.notFound().cacheControl(unshared).build());
    }
}
