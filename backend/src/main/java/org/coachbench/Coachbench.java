package org.coachbench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@EnableScheduling
@SpringBootApplication
public class Coachbench {

    public static void main(String[] arguments) {
        SpringApplication.run(Coachbench.class, arguments);
    }
}
