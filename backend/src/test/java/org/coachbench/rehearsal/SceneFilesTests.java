package org.coachbench.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.regex.Pattern;
import org.coachbench.CoachbenchTest;
import org.coachbench.api.InputRules;
import org.coachbench.rehearsal.Scene.Setting;
import org.coachbench.stepbank.TeacherSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The shipped scenes can be rehearsed to their end, and a mistake in a file is named with its place. */
@CoachbenchTest
class SceneFilesTests {

    private static final String FILE = "carpet-instructions.yaml";

    private final Scenes scenes;
    private final SceneReader reader;

    SceneFilesTests(@Autowired Scenes scenes, @Autowired TeacherSteps steps, @Autowired InputRules rules) {
        this.scenes = scenes;
        reader = new SceneReader(steps, rules);
    }

    @Test
    void thereIsASceneForEachSetting() {
        assertThat(scenes.all()).extracting(Scene::setting).contains(Setting.values());
        assertThat(scenes.all()).extracting(Scene::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock = """
        id: carpet-instructions               | id: carpet                  | id: is not the name of the file.
        setting: PRIMARY                      | setting: COLLEGE            | line
        minutes: 20                           | minutes: 200                | scene: minutes:
        minutes: 20                           | minuets: 20                 | line
        {line: t3,                            | {line: t99,                 | worthNoting: names no line and no work: t99
        evidenceToPraise: [t3                 | evidenceToPraise: [t99      | evidenceToPraise: names no line and no work: t99
        {id: t2,                              | {id: t1,                    | transcript and pupilWork: has the id twice: t1
        at: "0:10"                            | at: "soon"                  | scene: transcript.1.at: Give minutes and seconds
        step: all-eyes-before-instruction     | step: wave-a-wand           | STEP.a.step: is no step of the teachers' bank: wave-a-wand
        evidence: t28                         | evidence: t99               | STEP.a.evidence: names no line and no work: t99
        useInDays: 1                          | useInDays: 9                | FOLLOW_UP.a: has not first use, then drop-in.
        criteriaSeen: [0, 1, 2, 3]            | criteriaSeen: [0, 4]        | counts from 0 to 3 here.
        notes: [t3,                           | notes: [t99,                | mentors.Ruth.notes: names no line and no work: t99
        FOLLOW_UP: {option: a, why: "Same     | FOLLOW_UP: {option: z, why: "Same | mentors.Ruth.FOLLOW_UP: chooses what is not on offer: z
        FOLLOW_UP: {option: a, why: "Same     | MODEL: {option: a, why: "Same     | mentors.Ruth.choices: are about
        moment: OPENING                       | moment: PLAN                | decisions: are not about
        ect:                                  | beforeHand:                 | line
        beforeYouGoIn: >-                     | # beforeYouGoIn: >-         | line
        shows: "He can share                  | from: "He can share         | scene: pupilWork.0.shows: must not be blank
        """
    )
    void aMistakeIsNamed(String right, String wrong, String told) throws IOException {
        var shipped = new ClassPathResource("rehearsal/" + FILE).getContentAsString(UTF_8);
        assertThat(shipped).contains(right);
        var broken = shipped.replaceFirst(Pattern.quote(right), wrong);
        assertThatThrownBy(() -> reader.read(FILE, broken))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("Rehearsal: " + FILE + ": ")
            .hasMessageContaining(told);
    }

    @Test
    void anAgendaKeepsToTheMeeting() throws IOException {
        var shipped = new ClassPathResource("rehearsal/" + FILE).getContentAsString(UTF_8);
        var plan = shipped.indexOf("moment: PLAN");
        var longer = shipped.substring(0, plan) + shipped.substring(plan).replaceFirst("minutes: \\d+", "minutes: 40");
        assertThatThrownBy(() -> reader.read(FILE, longer)).hasMessageContaining("PLAN.a: sections: The sections take");
        var shorter = shipped.substring(0, plan) + shipped.substring(plan).replaceFirst("minutes: \\d+", "minutes: 1");
        assertThatThrownBy(() -> reader.read(FILE, shorter)).hasMessageContaining("PLAN.a: lasts");
    }
}
