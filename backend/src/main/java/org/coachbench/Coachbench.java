package org.coachbench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Coachbench {

    public static void main(String[] arguments) {
        SpringApplication.run(Coachbench.class, arguments);
    }
}
