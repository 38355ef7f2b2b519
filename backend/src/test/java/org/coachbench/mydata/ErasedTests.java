package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose name and address in other people's words are the erased one's, and whose are not. */
class ErasedTests {

    private static final Erased ANN = new Erased(
        "person_1",
        "Zoë Brown",
        "ann@school.org",
        Instant.EPOCH,
        Map.of(),
        Map.of()
    );

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock = """
        Zoë Brown was there.           | Somebody who was erased was there.
        I asked Zoë Brown's class.     | I asked Somebody who was erased's class.
        Write to ann@school.org.       | Write to Somebody who was erased.
        Write to ANN@School.org        | Write to Somebody who was erased
        joann@school.org wrote         | joann@school.org wrote
        ann@school.org.uk wrote        | ann@school.org.uk wrote
        Zoë Browning was there         | Zoë Browning was there
        Zoë Brown-Smith was there      | Zoë Brown-Smith was there
        Brown paper                    | Brown paper
        """
    )
    void onlyTheirWholeNameAndAddressGo(String said, String left) {
        assertThat(ANN.without(said)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë moved your session, true",
        "Your session with Zoë: Tuesday, true",
        "Zoëlle moved your session, false",
        "May moved your session, false",
    })
    void lettersCallThemByTheirFirstName(String said, boolean called) {
        assertThat(ANN.isCalledIn(said)).isEqualTo(called);
    }
}
