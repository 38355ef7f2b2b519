package org.coachbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole service on a free port, on the store that {@link TestStore} chooses. */
@Tag("store")
@ExtendWith(TestStore.Available.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Coachbench.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "coachbench.pastoral-keys=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
)
@ContextConfiguration(initializers = TestStore.class)
@Import({ Staffroom.class, StoreCommands.class })
public @interface CoachbenchTest {}
