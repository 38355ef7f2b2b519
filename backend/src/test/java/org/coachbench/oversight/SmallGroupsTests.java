package org.coachbench.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coachbench.oversight.SmallGroups.Group;

/** No group that is shown, and none that could be found by subtraction, has fewer than five members. */
class SmallGroupsTests {

    @Property
    void everyGroupThatIsShownHasFiveMembersUnlessThereAreNotFiveAtAll(
        @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 12) Integer> sizes
    ) {
        var shown = SmallGroups.putTogether(groups(sizes));
        var all = sizes
            .stream()
            .mapToInt(size -> size)
            .sum();
        if (all >= SmallGroups.FEWEST) {
            assertThat(shown).allSatisfy(group -> assertThat(group.members()).hasSizeGreaterThanOrEqualTo(5));
        } else {
            assertThat(shown).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(
            shown
                .stream()
                .mapToInt(group -> group.members().size())
                .sum()
        ).isEqualTo(all);
    }

    @Property
    void largeGroupsStayAsTheyAreWhereNoneIsSmall(
        @ForAll @Size(max = 12) List<@IntRange(min = 5, max = 12) Integer> sizes
    ) {
        assertThat(SmallGroups.putTogether(groups(sizes))).isEqualTo(groups(sizes));
    }

    @Property
    void whatIsPutTogetherSaysOfHowManyGroups(
        @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 12) Integer> sizes
    ) {
        var shown = SmallGroups.putTogether(groups(sizes));
        var names = shown
            .stream()
            .mapToInt(group -> Math.max(1, group.putTogether()))
            .sum();
        assertThat(names).isEqualTo(sizes.size());
    }

    private static List<Group<String>> groups(List<Integer> sizes) {
        return IntStream.range(0, sizes.size())
            .mapToObj(i -> new Group<>("Group " + i, 0, Collections.nCopies(sizes.get(i), "member")))
            .toList();
    }
}
