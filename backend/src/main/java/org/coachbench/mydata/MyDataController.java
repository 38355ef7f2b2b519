package org.coachbench.mydata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.coachbench.access.Viewer;
import org.coachbench.people.SchoolDay;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody may take away what is held about them, and nobody what is held about anybody else. */
@RestController
class MyDataController {

    /** Each reads the whole store; who comes third waits. */
    private static final int MOST_AT_ONCE = 2;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final MyDataZip zip;

    MyDataController(MyDataZip zip) {
        this.zip = zip;
    }

    @GetMapping("/my-data.zip")
    void download(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
        throws IOException, InterruptedException {
        var name = "coachbench-my-data-%s.zip".formatted(SchoolDay.today());
        response.setContentType("application/zip");
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString()
        );
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        places.acquire();
        try {
            zip.write(viewer, response.getOutputStream());
        } finally {
            places.release();
        }
    }
}
