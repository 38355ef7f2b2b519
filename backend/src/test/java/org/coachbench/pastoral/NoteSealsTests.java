package org.coachbench.pastoral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoteSealsTests {

    private static final String OLD = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String NEW = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final byte[] NOTES = "Rest at the weekend.".getBytes(UTF_8);

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() {
        var before = new NoteSeals(List.of(OLD)).seal(NOTES);
        var seals = new NoteSeals(List.of(NEW, OLD));
        assertThat(seals.open(before)).contains(NOTES);
        var after = seals.seal(NOTES);
        assertThat(after.key()).isNotEqualTo(before.key());
        assertThat(new NoteSeals(List.of(NEW)).open(after)).contains(NOTES);
        assertThat(new NoteSeals(List.of(NEW)).open(before)).isEmpty();
    }

    @Test
    void oneTextIsSealedDifferentlyEachTime() {
        var seals = new NoteSeals(List.of(OLD));
        assertThat(seals.seal(NOTES).bytes()).isNotEqualTo(seals.seal(NOTES).bytes());
    }

    @Test
    void withoutAKeyNothingIsSealedAndAWrongOneIsRefused() {
        assertThat(new NoteSeals(List.of()).canSeal()).isFalse();
        assertThatThrownBy(() -> new NoteSeals(List.of(OLD, "secret")))
            .hasMessageContaining("Key 2 of coachbench.pastoral-keys")
            .hasMessageNotContaining("secret");
    }
}
