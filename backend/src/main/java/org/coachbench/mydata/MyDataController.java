package org.coachbench.mydata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolDay;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everybody may take away what is held about them; for somebody else nobody but an administrator, which is put down. */
@RestController
class MyDataController {

    /** Each reads the whole store; who comes third waits. */
    private static final int MOST_AT_ONCE = 2;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final MyDataZip zip;
    private final People people;
    private final PersonAccess access;
    private final MongoOperations store;
    private final Clock clock;

    MyDataController(MyDataZip zip, People people, PersonAccess access, MongoOperations store, Clock clock) {
        this.zip = zip;
        this.people = people;
        this.access = access;
        this.store = store;
        this.clock = clock;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    @GetMapping("/my-data.zip")
    void download(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
        throws IOException, InterruptedException {
        send("my-data", response, out -> zip.write(viewer, out));
    }

    /** For an administrator whose school was asked. It is put down for the person to see before anything is given. */
    @GetMapping("/people-data/{personId}.zip")
    void downloadForSchool(
        @PathVariable String personId,
        @AuthenticationPrincipal Viewer viewer,
        HttpServletResponse response
    ) throws IOException, InterruptedException {
        var person = people
            .findById(personId)
            .filter(one -> access.allows(viewer, PersonAct.TAKE_DATA, one, access.tutoredSchools(viewer)));
        if (person.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        store.insert(DataTaken.now(personId, viewer.personId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        send("data-of-a-person", response, out -> zip.writeForSchool(personId, out));
    }

    private void send(String what, HttpServletResponse response, Writing writing)
        throws IOException, InterruptedException {
        var name = "coachbench-%s-%s.zip".formatted(what, SchoolDay.today());
        response.setContentType("application/zip");
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString()
        );
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        places.acquire();
        try {
            writing.to(response.getOutputStream());
        } finally {
            places.release();
        }
    }
}
